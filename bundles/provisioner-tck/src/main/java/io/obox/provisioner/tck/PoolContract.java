package io.obox.provisioner.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link ProvisionerContract} that is about the images that a host keeps, if it is an {@link ImagePool}. */
public abstract class PoolContract extends ContractBench {
    @Test
    void imageOfAGuestIsInThePoolWithItsChecksumAndItsSize() throws Exception {
        ImagePool pool = pool(provisioner());
        Target target = newTarget();
        BaseImage image = target.image();

        apply(target);

        assertThat(within(pool::images))
                .filteredOn(pooled -> pooled.imageId().equals(image.id()))
                .singleElement()
                .satisfies(pooled -> {
                    assertThat(pooled.sha256()).isNotEmpty();
                    assertThat(image.sha256()).startsWith(pooled.sha256());
                    assertThat(pooled.sizeBytes()).isEqualTo(poolTellsSizes() ? image.sizeBytes() : 0);
                });
    }

    @Test
    void aGuestIsMadeOfWhatThePoolHasAlthoughTheFileIsNotThere() throws Exception {
        ImagePool pool = pool(provisioner());
        apply(newTarget());
        List<PooledImage> before = within(pool::images);

        assertThat(apply(withoutFile(newTarget())).state()).isEqualTo(GuestState.RUNNING);

        assertThat(within(pool::images)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aPoolThatHasOtherContentStandsInForNoFile() throws Exception {
        pool(provisioner());
        apply(newTarget());
        Target other = withOtherContent(newTarget());

        assertFails(Kind.NOT_FOUND, () -> apply(other));

        assertThat(outside().traces(other.vmId())).isEmpty();
    }

    @Test
    void poolOfAHostThatDoesNotAnswerIsUnreachable() {
        ImagePool away = pool(unreachableHost());

        assertFails(Kind.UNREACHABLE, () -> within(away::images));
    }

    private static ImagePool pool(Provisioner provisioner) {
        assumeTrue(provisioner instanceof ImagePool, "this backend keeps no images");
        return (ImagePool) provisioner;
    }
}
