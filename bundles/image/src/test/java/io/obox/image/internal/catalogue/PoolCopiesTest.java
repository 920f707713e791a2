package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.PooledImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoolCopiesTest {
    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID SOUTH = new UUID(2, 2);
    private static final UUID OTHER = new UUID(7, 7);
    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    private final ImageKit kit = new ImageKit(TABLES);
    private final PoolCopies pools = kit.pools;

    @Test
    void eachHostSpeaksForItsOwnPoolAlone() {
        kit.put(OTHER, "other", ImageState.READY, 1);
        pools.seen(NORTH, List.of(kit.pooled(), PooledImage.of(OTHER, "00", 1)));
        pools.seen(SOUTH, List.of(kit.pooled()));
        assertThat(pools.hosts()).isEqualTo(Map.of(kit.id, Set.of(NORTH, SOUTH), OTHER, Set.of(NORTH)));

        pools.seen(SOUTH, List.of());
        assertThat(pools.hosts()).isEqualTo(Map.of(kit.id, Set.of(NORTH), OTHER, Set.of(NORTH)));

        pools.seen(NORTH, List.of(PooledImage.of(OTHER, "0", 1)));
        assertThat(pools.hosts()).isEqualTo(Map.of(OTHER, Set.of(NORTH)));
    }

    @Test
    void whatIsHalfCopiedOrOtherContentOrUnknownIsNoCopy() {
        pools.seen(NORTH, List.of(PooledImage.of(kit.id, "00", 0)));
        pools.seen(NORTH, List.of(PooledImage.of(kit.id, "01", 1)));
        pools.seen(NORTH, List.of(PooledImage.of(kit.id, "", 1)));
        pools.seen(NORTH, List.of(PooledImage.of(OTHER, "00", 1)));

        assertThat(pools.hosts()).isEmpty();
    }

    @Test
    void aHostWhoseContentIsNotTheImagesAnyMoreIsNotSaidToHaveIt() {
        pools.seen(NORTH, List.of(kit.pooled()));

        pools.seen(NORTH, List.of(PooledImage.of(kit.id, "00", 0)));

        assertThat(pools.hosts()).isEmpty();
    }

    @Test
    void whatAnotherNodeEntersIsKnownAMomentLater() {
        PoolCopies ofAnotherNode = new PoolCopies(kit.transactions, kit.catalogue, Duration.ZERO);
        assertThat(ofAnotherNode.hosts()).isEmpty();

        pools.seen(NORTH, List.of(kit.pooled()));

        assertThat(ofAnotherNode.hosts()).isEqualTo(pools.hosts());
    }

    @Test
    void copiesInPoolsGoWithTheirImageAndKeepNoneInTheCatalogue() {
        pools.seen(NORTH, List.of(kit.pooled()));
        kit.ageAccounts();
        assertThat(kit.copies.any(kit.id)).isFalse();
        assertThat(kit.copies.nowhere()).containsExactly(kit.id);

        kit.catalogue.remove(kit.id);

        assertThat(new PoolCopies(kit.transactions, kit.catalogue).hosts()).isEmpty();
    }

    @Test
    void anImageTakesANodeWithItsFileWhereTheHostDoesNotHaveIt() {
        Image image = kit.catalogue.find(kit.id).orElseThrow();
        pools.seen(NORTH, List.of(kit.pooled()));

        assertThat(kit.store.places(image, NORTH)).isEmpty();
        assertThat(kit.store.places(image, SOUTH)).containsExactly(ImageStore.place(kit.id, "tiny"));
    }

    @Test
    void aFileOfTheSameNameIsNotTakenForAnImageOfWhichTheNodeHasNoCopy() {
        Image image = kit.catalogue.find(kit.id).orElseThrow();

        assertThat(kit.store.file(image)).isNotEqualTo(kit.folder.path(image.source()));
    }
}
