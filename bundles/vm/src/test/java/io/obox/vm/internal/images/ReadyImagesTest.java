package io.obox.vm.internal.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.problem.ProblemException;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.VmService;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadyImagesTest {
    private static final UUID OTHER = new UUID(7, 7);

    private final VmKit kit = new VmKit();
    private final ReadyImages images = new ReadyImages(kit.catalogue, Duration.ofHours(1));

    @Test
    void whatBecomesReadyIsFoundAtOnce() {
        kit.putImage(OTHER, "other", ImageState.IMPORTING, 1);
        assertThat(images.find(OTHER)).map(Image::state).contains(ImageState.IMPORTING);

        kit.transactions.sql(connection ->
                connection.createStatement().executeUpdate("update image set state = 'READY' where name = 'other'"));

        assertThat(images.find(OTHER)).map(Image::state).contains(ImageState.READY);
    }

    @Test
    void whatIsReadyIsRememberedForAsLongAsWasSaidOnly() {
        ReadyImages forgetful = new ReadyImages(kit.catalogue, Duration.ZERO);
        assertThat(images.find(kit.imageId)).isPresent();
        assertThat(forgetful.find(kit.imageId)).isPresent();

        kit.catalogue.remove(kit.imageId);

        assertThat(images.find(kit.imageId)).isPresent();
        assertThat(forgetful.find(kit.imageId)).isEmpty();
    }

    @Test
    void noVmIsPromisedOfAnImageThatHasGoneMeanwhile() {
        VmService vms = kit.vms(images);
        assertThat(images.find(kit.imageId)).isPresent();
        kit.catalogue.remove(kit.imageId);

        assertThatThrownBy(() -> vms.create(VmKit.ANN, kit.request("web")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
    }
}
