package io.obox.provisioner.libvirt.internal.storage;

import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The head of a QCOW2 file. QEMU opens whatever files such a head names, with the host's rights: an image that names any is
 * refused.
 */
record Qcow2(long backingFileOffset, long incompatibleFeatures) {
    private static final int MAGIC = 0x514649fb;
    private static final int HEAD = 80;
    private static final int VERSION_2 = 2;
    private static final int FEATURES = 72;
    private static final long EXTERNAL_DATA_FILE = 1L << 2;

    static void check(Path file) throws ProvisionException {
        try (InputStream in = Files.newInputStream(file)) {
            check(in.readNBytes(HEAD));
        } catch (IOException e) {
            throw new ProvisionException(Kind.FAILED, LibvirtMessage.QCOW2_UNREADABLE.with(), e);
        }
    }

    static void check(byte[] head) throws ProvisionException {
        if (head.length < HEAD || ByteBuffer.wrap(head).getInt() != MAGIC) {
            throw new ProvisionException(Kind.REJECTED, LibvirtMessage.NOT_QCOW2.with());
        }
        Qcow2 parsed = parse(ByteBuffer.wrap(head));
        boolean external = (parsed.incompatibleFeatures & EXTERNAL_DATA_FILE) != 0;
        if (parsed.backingFileOffset != 0 || external) {
            throw new ProvisionException(Kind.REJECTED, LibvirtMessage.NOT_WHOLE.with());
        }
    }

    private static Qcow2 parse(ByteBuffer head) {
        int version = head.getInt(4);
        return new Qcow2(head.getLong(8), version == VERSION_2 ? 0 : head.getLong(FEATURES));
    }
}
