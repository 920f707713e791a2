package io.obox.image.internal.catalogue;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.image.Image;
import io.obox.image.ImageEvents;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The table of images. */
@Component(service = Catalogue.class)
public final class Catalogue {
    private static final Sql NOW = new Sql("select clock_timestamp() as now");

    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** On the bundle's own tables. */
    @Activate
    public Catalogue(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** The image with this id. */
    public Optional<Image> find(UUID id) {
        return transactions.call(entities ->
                Optional.ofNullable(entities.find(ImageEntity.class, id)).map(ImageEntity::toImage));
    }

    /** Images by name. */
    List<Image> page(@Nullable String after, int limit) {
        return transactions.call(entities -> entities.createQuery(
                        "select i from ImageEntity i where i.name > :after order by i.name", ImageEntity.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultStream()
                .map(ImageEntity::toImage)
                .toList());
    }

    List<CatalogueEntry> entries() {
        return transactions.call(entities -> entities.createQuery("select i from ImageEntity i", ImageEntity.class)
                .getResultStream()
                .map(ImageEntity::toEntry)
                .toList());
    }

    Optional<CatalogueEntry> entry(UUID id) {
        return transactions.call(entities ->
                Optional.ofNullable(entities.find(ImageEntity.class, id)).map(ImageEntity::toEntry));
    }

    Optional<CatalogueEntry> named(String name) {
        return entries().stream()
                .filter(entry -> entry.image().name().equals(name))
                .findFirst();
    }

    /** The time by the database's clock, as all times of images are. */
    Instant now() {
        return transactions.sql(connection ->
                NOW.first(connection, row -> Columns.instant(row, "now")).orElseThrow());
    }

    /** Writes an entry over the one with the same id, or as a new one. */
    void put(CatalogueEntry entry) {
        transactions.call(entities -> {
            ImageEntity entity = entities.find(ImageEntity.class, entry.image().id());
            if (entity == null) {
                entities.persist(ImageEntity.of(entry));
            } else {
                entity.change(entry);
            }
            // a name that this one gives up can be taken by the next
            entities.flush();
            tell(about(entry.image()));
            return entry;
        });
    }

    /** Takes an entry away, if it is there. */
    public void remove(UUID id) {
        transactions.call(entities -> {
            ImageEntity entity = entities.find(ImageEntity.class, id);
            if (entity != null) {
                entities.remove(entity);
                tell(Change.removed(ImageEvents.TOPIC, id, Audience.everyone()));
            }
            return entity != null;
        });
    }

    private static Change<ImageEvents> about(Image image) {
        return Change.changed(ImageEvents.TOPIC, image.id(), Audience.everyone())
                .with(ImageEvents.STATE, image.state())
                .with(ImageEvents.NAME, image.name())
                .with(ImageEvents.FORMAT, image.format())
                .with(ImageEvents.VIRTUAL_SIZE_BYTES, image.virtualSizeBytes())
                .with(ImageEvents.SIZE_BYTES, image.sizeBytes())
                .with(ImageEvents.SHA256, image.sha256());
    }

    private void tell(Change<ImageEvents> change) {
        transactions.afterCommit(() -> publish(change));
    }

    private void publish(Change<ImageEvents> change) {
        Events target = events;
        if (target != null) {
            target.publish(change);
        }
    }
}
