package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.image.ImageFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskHeaderTest {
    @TempDir
    Path folder;

    @Test
    void qcow2TellsItsVirtualSizeWhateverItsFileIsCalled() throws Exception {
        assertThat(DiskHeader.read(file(qcow2(3)))).isEqualTo(new DiskHeader(ImageFormat.QCOW2, 5L << 30));
        assertThat(DiskHeader.read(file(qcow2(2)))).isEqualTo(new DiskHeader(ImageFormat.QCOW2, 5L << 30));
    }

    @Test
    void anythingElseIsTheBytesOfADisk() throws Exception {
        assertThat(DiskHeader.read(file(ByteBuffer.allocate(1000)))).isEqualTo(new DiskHeader(ImageFormat.RAW, 1000));
        assertThat(DiskHeader.read(file(ByteBuffer.allocate(2)))).isEqualTo(new DiskHeader(ImageFormat.RAW, 2));
    }

    @Test
    void imageThatReachesForAnotherFileIsRefused() {
        assertUnusable(qcow2(3).putLong(8, 104), "backing file");
        assertUnusable(qcow2(3).putLong(72, 4), "in another file");
    }

    @Test
    void imageThatCannotBeReadIsRefused() {
        assertUnusable(qcow2(3).putInt(32, 2), "encrypted");
        assertUnusable(qcow2(3).putLong(72, 1), "not closed properly");
        assertUnusable(qcow2(4), "version 4");
        assertUnusable(qcow2(3).putLong(24, 0), "no size");
        assertUnusable(ByteBuffer.allocate(0), "empty");
        assertUnusable(ByteBuffer.wrap("KDMV....".getBytes(StandardCharsets.US_ASCII)), "VMDK");
    }

    private void assertUnusable(ByteBuffer content, String reason) {
        assertThatThrownBy(() -> DiskHeader.read(file(content)))
                .isInstanceOf(DiskHeader.Unusable.class)
                .hasMessageContaining(reason);
    }

    private static ByteBuffer qcow2(int version) {
        return ByteBuffer.allocate(4096)
                .putInt(0, 0x514649fb)
                .putInt(4, version)
                .putLong(24, 5L << 30);
    }

    @SuppressWarnings("ByteBufferBackingArray") // all are allocated or wrapped here
    private Path file(ByteBuffer content) throws IOException {
        return Files.write(folder.resolve("1.img"), content.array());
    }
}
