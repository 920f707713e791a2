package io.obox.image.internal.catalogue;

import io.obox.image.ImageFormat;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What the first bytes of an image say of it.
 *
 * @param virtualSizeBytes size of the disk that a guest sees
 */
record DiskHeader(ImageFormat format, long virtualSizeBytes) {
    private static final int QCOW2 = 0x514649fb;
    private static final int HEADER_BYTES = 104;
    private static final long DIRTY = 1;
    private static final long CORRUPT = 1 << 1;
    private static final long EXTERNAL_DATA = 1 << 2;
    private static final Map<String, String> FOREIGN = Map.of(
            "KDMV",
            "VMDK",
            "conectix",
            "VHD",
            "vhdxfile",
            "VHDX",
            "<<< ",
            "VDI",
            "\u001f\u008b",
            "gzip",
            "\u00fd7zXZ",
            "xz");

    /** An image that can't be used, with the reason in a sentence. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String reason) {
            super(reason);
        }
    }

    /**
     * Reads the header of a file, whatever its name says: QCOW2 by its mark, anything that is not known to be another format
     * as the bytes of a disk. No program is run, and no other file is opened.
     */
    static DiskHeader read(Path file) throws IOException, Unusable {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until the header or the file ends
            }
            header.flip();
            if (header.remaining() >= 4 && header.getInt(0) == QCOW2) {
                return qcow2(header);
            }
            return raw(header, channel.size());
        }
    }

    private static DiskHeader qcow2(ByteBuffer header) throws IOException, Unusable {
        if (header.remaining() < 72) {
            throw new EOFException("The header ends too early.");
        }
        int version = header.getInt(4);
        if (version != 2 && version != 3) {
            throw new Unusable("It is of QCOW version " + version + "; only 2 and 3 are understood.");
        }
        if (header.getLong(8) != 0) {
            throw new Unusable("It has a backing file. Flatten it with \"qemu-img convert -O qcow2\".");
        }
        if (header.getInt(32) != 0) {
            throw new Unusable("It is encrypted.");
        }
        if (version == 3 && header.remaining() >= 80) {
            requireUsable(header.getLong(72));
        }
        long size = header.getLong(24);
        if (size <= 0) {
            throw new Unusable("Its disk has no size.");
        }
        return new DiskHeader(ImageFormat.QCOW2, size);
    }

    private static void requireUsable(long incompatible) throws Unusable {
        if ((incompatible & EXTERNAL_DATA) != 0) {
            throw new Unusable("Its data is in another file. Flatten it with \"qemu-img convert -O qcow2\".");
        }
        if ((incompatible & (DIRTY | CORRUPT)) != 0) {
            throw new Unusable("It was not closed properly. Repair it with \"qemu-img check -r all\".");
        }
    }

    private static DiskHeader raw(ByteBuffer header, long size) throws Unusable {
        byte[] bytes = new byte[header.remaining()];
        header.get(bytes);
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (start.startsWith(foreign.getKey())) {
                throw new Unusable("It is of format " + foreign.getValue() + ". Convert it to QCOW2.");
            }
        }
        if (size == 0) {
            throw new Unusable("It is empty.");
        }
        return new DiskHeader(ImageFormat.RAW, size);
    }
}
