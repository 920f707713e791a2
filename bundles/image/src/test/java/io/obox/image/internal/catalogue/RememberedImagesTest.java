package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RememberedImagesTest {
    private static final UUID OTHER = new UUID(7, 7);

    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    private final ImageKit kit = new ImageKit(TABLES);
    private final RememberedImages images =
            new RememberedImages(kit.catalogue, kit.folder, new LocalImages(), kit.pools, Duration.ofHours(1));

    @Test
    void whatBecomesReadyIsFoundAtOnce() {
        kit.put(OTHER, "other", ImageState.IMPORTING, 1);
        assertThat(images.find(OTHER)).map(Image::state).contains(ImageState.IMPORTING);

        kit.transactions.sql(connection ->
                connection.createStatement().executeUpdate("update image set state = 'READY' where name = 'other'"));

        assertThat(images.find(OTHER)).map(Image::state).contains(ImageState.READY);
    }

    @Test
    void whatIsReadyIsRememberedForAsLongAsWasSaidOnly() {
        RememberedImages forgetful =
                new RememberedImages(kit.catalogue, kit.folder, new LocalImages(), kit.pools, Duration.ZERO);
        assertThat(images.find(kit.id)).isPresent();
        assertThat(forgetful.find(kit.id)).isPresent();

        kit.catalogue.remove(kit.id);

        assertThat(images.find(kit.id)).isPresent();
        assertThat(forgetful.find(kit.id)).isEmpty();
    }

    @Test
    void namesAreToldOfThoseThatThereAre() {
        assertThat(images.names(List.of(kit.id, OTHER))).containsExactly(entry(kit.id, "tiny"));
        kit.put(OTHER, "other", ImageState.FAILED, 1);
        assertThat(images.names(List.of(kit.id, OTHER))).containsEntry(OTHER, "other");
    }
}
