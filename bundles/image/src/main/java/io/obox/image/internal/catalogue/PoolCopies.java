package io.obox.image.internal.catalogue;

import io.obox.host.access.PoolObserver;
import io.obox.image.Image;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.provisioner.spi.PooledImage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which hosts have the content of an image in their storage pools, by the hosts' own word. The catalogue is what the folders of nodes
 * have: a pool's copy keeps no image in it, or nobody could take one away.
 */
@Component(service = {PoolCopies.class, PoolObserver.class})
public final class PoolCopies implements PoolObserver {
    private static final Sql OF_HOST = new Sql("select image_id from image_pool_copy where host_id = ?");

    private static final Sql ALL = new Sql("select image_id, host_id from image_pool_copy");

    private static final Sql DROP_OTHERS =
            new Sql("delete from image_pool_copy where host_id = ? and image_id <> all (?)");

    /** An image that goes in this moment is left out. */
    private static final Sql ENTER = new Sql("""
            insert into image_pool_copy (host_id, image_id)
                select ?, id from image where id = any (?) order by id for key share
            on conflict do nothing""");

    private final Transactions transactions;
    private final Catalogue catalogue;
    private final Recent<Map<UUID, Set<UUID>>> hosts;

    /** On the bundle's own tables. */
    @Activate
    public PoolCopies(@Reference Transactions transactions, @Reference Catalogue catalogue) {
        this(transactions, catalogue, Duration.ofMillis(250));
    }

    /** Remembers for this long what other nodes entered. */
    public PoolCopies(Transactions transactions, Catalogue catalogue, Duration maxAge) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.hosts = new Recent<>(this::read, maxAge);
    }

    @Override
    public void seen(UUID host, Collection<PooledImage> images) {
        Set<UUID> whole = images.isEmpty() ? Set.of() : whole(images);
        boolean written = transactions.call(entities -> {
            boolean changed = !of(host).equals(whole);
            if (changed) {
                write(host, whole.toArray(UUID[]::new));
            }
            return changed;
        });
        if (written) {
            hosts.fresh();
        }
    }

    /** Those of which the host has the content that the catalogue knows, to the last byte. */
    private Set<UUID> whole(Collection<PooledImage> images) {
        Map<UUID, Image> known = catalogue.entries().stream()
                .map(CatalogueEntry::image)
                .collect(Collectors.toMap(Image::id, image -> image));
        return images.stream()
                .filter(pooled -> isWhole(pooled, known.get(pooled.imageId())))
                .map(PooledImage::imageId)
                .collect(Collectors.toSet());
    }

    private static boolean isWhole(PooledImage pooled, @Nullable Image image) {
        String sha256 = image == null ? null : image.sha256();
        return image != null
                && sha256 != null
                && !pooled.sha256().isEmpty()
                && sha256.startsWith(pooled.sha256())
                && pooled.sizeBytes() == image.sizeBytes();
    }

    private Set<UUID> of(UUID host) {
        return Set.copyOf(
                transactions.sql(connection -> OF_HOST.query(connection, row -> Columns.id(row, "image_id"), host)));
    }

    private void write(UUID host, UUID[] whole) {
        transactions.sql(connection -> DROP_OTHERS.update(connection, host, whole));
        transactions.sql(connection -> ENTER.update(connection, host, whole));
    }

    /** The hosts that have each image; an image that none has is left out. A moment old, but for what this node entered. */
    Map<UUID, Set<UUID>> hosts() {
        return hosts.get();
    }

    private Map<UUID, Set<UUID>> read() {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        transactions.sql(connection -> ALL.query(
                connection,
                row -> found.computeIfAbsent(Columns.id(row, "image_id"), image -> new HashSet<>())
                        .add(Columns.id(row, "host_id"))));
        return found;
    }
}
