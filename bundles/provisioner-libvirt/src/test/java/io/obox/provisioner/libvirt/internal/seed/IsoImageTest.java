package io.obox.provisioner.libvirt.internal.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IsoImageTest {
    private static final int SECTOR = 2048;
    private static final byte[] LONG = "x".repeat(5000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHORT = "short".getBytes(StandardCharsets.US_ASCII);

    private final byte[] image = IsoImage.of("cidata", Map.of("user-data", LONG, "meta-data", SHORT));

    @Test
    void labelStandsWhereGuestsLookForIt() {
        assertThat(new String(image, 16 * SECTOR + 40, 32, StandardCharsets.US_ASCII))
                .isEqualTo("CIDATA" + " ".repeat(26));
        assertThat(new String(image, 17 * SECTOR + 40, 12, StandardCharsets.UTF_16BE))
                .isEqualTo("cidata");
    }

    @Test
    void jolietTreeHoldsTheFilesUnderTheirNames() {
        assertThat(files(17, StandardCharsets.UTF_16BE)).containsOnlyKeys("meta-data", "user-data");
        assertThat(files(17, StandardCharsets.UTF_16BE).get("user-data")).isEqualTo(LONG);
        assertThat(files(17, StandardCharsets.UTF_16BE).get("meta-data")).isEqualTo(SHORT);
    }

    @Test
    void plainTreeHoldsTheSameFilesUnderShortNames() {
        assertThat(files(16, StandardCharsets.US_ASCII)).containsOnlyKeys("METADATA.;1", "USERDATA.;1");
        assertThat(files(16, StandardCharsets.US_ASCII).get("USERDATA.;1")).isEqualTo(LONG);
    }

    @Test
    void descriptorTellsTheSizeInEitherOrderOfBytes() {
        ByteBuffer descriptor = ByteBuffer.wrap(image, 16 * SECTOR + 80, 8).slice();
        assertThat(descriptor.order(ByteOrder.LITTLE_ENDIAN).getInt(0)).isEqualTo(image.length / SECTOR);
        assertThat(descriptor.order(ByteOrder.BIG_ENDIAN).getInt(4)).isEqualTo(image.length / SECTOR);
        assertThat(image.length % SECTOR).isZero();
    }

    @Test
    void descriptorsEndWithATerminator() {
        assertThat(image[18 * SECTOR]).isEqualTo((byte) 255);
        assertThat(new String(image, 18 * SECTOR + 1, 5, StandardCharsets.US_ASCII))
                .isEqualTo("CD001");
    }

    /** Reads the image as a guest does: from the descriptor to the root folder to the files. */
    private Map<String, byte[]> files(int descriptor, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int root = bytes.getInt(descriptor * SECTOR + 156 + 2);
        Map<String, byte[]> files = new TreeMap<>();
        int at = root * SECTOR;
        while (bytes.get(at) != 0) {
            int nameLength = bytes.get(at + 32);
            boolean folder = (bytes.get(at + 25) & 2) != 0;
            if (!folder) {
                byte[] content = new byte[bytes.getInt(at + 10)];
                bytes.get(bytes.getInt(at + 2) * SECTOR, content);
                files.put(new String(image, at + 33, nameLength, charset), content);
            }
            at += bytes.get(at);
        }
        return files;
    }
}
