package io.obox.image.testkit;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import io.obox.image.internal.catalogue.Catalogue;
import io.obox.image.internal.catalogue.Copies;
import io.obox.image.internal.catalogue.ImageEntity;
import io.obox.image.internal.catalogue.ImageFolder;
import io.obox.image.internal.catalogue.LocalImages;
import io.obox.image.internal.catalogue.PoolCopies;
import io.obox.image.internal.catalogue.RememberedImages;
import io.obox.image.store.ImageStore;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.PooledImage;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The catalogue of one node, with one image that is ready. */
public final class ImageKit {
    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final Transactions transactions;
    public final Catalogue catalogue;
    public final ImageFolder folder = new ImageFolder(Path.of("images"), Path.of("data"));
    public final Copies copies;
    public final PoolCopies pools;
    public final ImageStore store;
    public final UUID id = UUID.randomUUID();

    /** On the tables of {@link #tables}, which are emptied. */
    public ImageKit(Transactions transactions) {
        this.transactions = transactions;
        catalogue = new Catalogue(transactions);
        tellEvents();
        copies = new Copies(transactions);
        pools = new PoolCopies(transactions, catalogue, Duration.ofHours(1));
        store = new RememberedImages(catalogue, folder, new LocalImages(), pools, Duration.ZERO);
        transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("truncate image, image_copy, image_holder, image_pool_copy"));
        put(id, "tiny", ImageState.READY, 1 << 20);
    }

    /** The tables of the bundle in a test's database. */
    public static Transactions tables(TestDatabase database) {
        return database.bundle("io.obox.image", ImageEntity.class);
    }

    private void tellEvents() {
        try {
            Field field = Catalogue.class.getDeclaredField("events");
            field.setAccessible(true);
            field.set(catalogue, (Events) events::add);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a host shows that has the whole image of the kit. */
    public PooledImage pooled() {
        return PooledImage.of(id, "00", 1);
    }

    /** Takes an image out of the catalogue. */
    public void forget(UUID image) {
        catalogue.remove(image);
    }

    /** An image that OBox 0.1.0 has read long ago, of which nobody has entered a copy yet. */
    public void putOfTheFirstRelease(UUID image, String name) {
        put(image, name, ImageState.READY, 1 << 20);
        transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update image set created_at = now() - interval '1 year' where id = '" + image + "'"));
    }

    /** Changes the state of an image. */
    public void change(UUID image, ImageState state) {
        transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update image set state = '" + state + "' where id = '" + image + "'"));
    }

    /** Images that are ready without a copy have been so for long. */
    public void ageAccounts() {
        transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update image set accounted_since = now() - interval '2 hours'"));
    }

    public void put(UUID image, String name, ImageState state, long virtualSize) {
        transactions.sql(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into image (id, name, os, os_version, arch, format, virtual_size_bytes, size_bytes, sha256,
                        default_user, state, source, created_at)
                    values (?, ?, 'tiny', '1', 'x86_64', ?, ?, 1, '00', 'root', ?, 'tiny/1.qcow2', now())""")) {
                insert.setObject(1, image);
                insert.setString(2, name);
                insert.setString(3, ImageFormat.QCOW2.name());
                insert.setLong(4, virtualSize);
                insert.setString(5, state.name());
                return insert.executeUpdate();
            }
        });
    }
}
