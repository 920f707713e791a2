package io.obox.provisioner.libvirt.internal.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.provisioner.spi.ProvisionException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class Qcow2Test {
    @Test
    void wholeImageIsTaken() {
        assertThatCode(() -> Qcow2.check(head(3, 0, 0))).doesNotThrowAnyException();
    }

    @Test
    void imageThatNamesABackingFileIsRefused() {
        assertThatThrownBy(() -> Qcow2.check(head(3, 512, 0)))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("builds on another file");
    }

    @Test
    void imageThatNamesADataFileIsRefused() {
        assertThatThrownBy(() -> Qcow2.check(head(3, 0, 4))).hasMessageContaining("builds on another file");
    }

    @Test
    void oldVersionHasNoFeatures() {
        assertThatCode(() -> Qcow2.check(head(2, 0, 4))).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatThrownBy(() -> Qcow2.check(new byte[80])).hasMessageContaining("no QCOW2");
        assertThatThrownBy(() -> Qcow2.check(new byte[3])).hasMessageContaining("no QCOW2");
    }

    private static byte[] head(int version, long backing, long features) {
        return ByteBuffer.allocate(80)
                .putInt(0x514649fb)
                .putInt(version)
                .putLong(backing)
                .putLong(72, features)
                .array();
    }
}
