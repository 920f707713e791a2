package io.obox.provisioner.libvirt.internal.seed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CD image with a few files in its root folder: ISO 9660 (ECMA-119), and beside it the same files under their real names
 * by the Joliet extension, which is what Linux and Windows show.
 *
 * <p>Sectors: 16 primary descriptor, 17 Joliet descriptor, 18 terminator, 19 to 22 path tables (little and big endian, of
 * either kind), 23 and 24 root folders, then the files.
 */
final class IsoImage {
    private static final int SECTOR = 2048;
    private static final int SYSTEM_AREA = 16 * SECTOR;
    private static final int FIRST_FILE = 25;
    private static final int PATH_TABLE_SIZE = 10;
    private static final byte[] JOLIET_LEVEL_3 = {'%', '/', 'E'};

    /** One of the two trees that describe the same files. */
    private enum Tree {
        PLAIN(1, 19, 23, StandardCharsets.US_ASCII),
        JOLIET(2, 21, 24, StandardCharsets.UTF_16BE);

        private final int descriptor;
        private final int pathTable;
        private final int root;
        private final Charset charset;

        Tree(int descriptor, int pathTable, int root, Charset charset) {
            this.descriptor = descriptor;
            this.pathTable = pathTable;
            this.root = root;
            this.charset = charset;
        }

        /** ISO 9660 knows capital letters, digits and underscores: eight, a dot and three. */
        byte[] name(String name) {
            if (this == JOLIET) {
                return name.getBytes(charset);
            }
            String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return (letters.substring(0, Math.min(8, letters.length())) + ".;1").getBytes(charset);
        }
    }

    private record File(String name, byte[] content, int sector) {}

    private final String label;
    private final List<File> files;
    private final ByteBuffer image;

    private IsoImage(String label, List<File> files, int sectors) {
        this.label = label;
        this.files = files;
        this.image = ByteBuffer.allocate(sectors * SECTOR);
    }

    /** The image. File names must differ in their first eight letters and digits. */
    static byte[] of(String label, Map<String, byte[]> contents) {
        List<File> files = new ArrayList<>();
        int sector = FIRST_FILE;
        for (Map.Entry<String, byte[]> file : new TreeMap<>(contents).entrySet()) {
            files.add(new File(file.getKey(), file.getValue(), sector));
            sector += sectors(file.getValue().length);
        }
        return new IsoImage(label, files, sector).write();
    }

    private static int sectors(int bytes) {
        return (bytes + SECTOR - 1) / SECTOR;
    }

    private byte[] write() {
        image.position(SYSTEM_AREA);
        for (Tree tree : Tree.values()) {
            descriptor(tree);
        }
        image.put((byte) 255).put(ascii("CD001")).put((byte) 1);
        for (Tree tree : Tree.values()) {
            pathTable(tree, tree.pathTable, ByteOrder.LITTLE_ENDIAN);
            pathTable(tree, tree.pathTable + 1, ByteOrder.BIG_ENDIAN);
            folder(tree);
        }
        for (File file : files) {
            at(file.sector).put(file.content);
        }
        return image.array();
    }

    private ByteBuffer at(int sector) {
        return image.order(ByteOrder.LITTLE_ENDIAN).position(sector * SECTOR);
    }

    private void descriptor(Tree tree) {
        int begin = image.position();
        image.put((byte) tree.descriptor).put(ascii("CD001")).put((byte) 1).put((byte) 0);
        padded(tree, "", 32);
        padded(tree, tree == Tree.PLAIN ? label.toUpperCase(Locale.ROOT) : label, 32);
        skip(8);
        both32(image.capacity() / SECTOR);
        image.put(tree == Tree.JOLIET ? JOLIET_LEVEL_3 : new byte[JOLIET_LEVEL_3.length]);
        skip(29);
        both16(1);
        both16(1);
        both16(SECTOR);
        both32(PATH_TABLE_SIZE);
        image.order(ByteOrder.LITTLE_ENDIAN).putInt(tree.pathTable).putInt(0);
        image.order(ByteOrder.BIG_ENDIAN).putInt(tree.pathTable + 1).putInt(0);
        record(new byte[] {0}, tree.root, SECTOR, true);
        for (int length : new int[] {128, 128, 128, 128, 37, 37, 37}) {
            padded(tree, "", length);
        }
        for (int i = 0; i < 4; i++) {
            image.put(ascii("0000000000000000")).put((byte) 0);
        }
        image.put((byte) 1);
        image.position(begin + SECTOR);
    }

    private void pathTable(Tree tree, int sector, ByteOrder order) {
        at(sector).order(order).put((byte) 1).put((byte) 0).putInt(tree.root).putShort((short) 1);
    }

    private void folder(Tree tree) {
        at(tree.root);
        record(new byte[] {0}, tree.root, SECTOR, true);
        record(new byte[] {1}, tree.root, SECTOR, true);
        for (File file : files) {
            record(tree.name(file.name), file.sector, file.content.length, false);
        }
    }

    private void record(byte[] name, int sector, int size, boolean folder) {
        int begin = image.position();
        int length = 33 + name.length + (name.length % 2 == 0 ? 1 : 0);
        image.put((byte) length).put((byte) 0);
        both32(sector);
        both32(size);
        image.put(new byte[] {70, 1, 1, 0, 0, 0, 0});
        image.put((byte) (folder ? 2 : 0)).put((byte) 0).put((byte) 0);
        both16(1);
        image.put((byte) name.length).put(name);
        image.position(begin + length);
    }

    private void padded(Tree tree, String text, int length) {
        byte[] bytes = text.getBytes(tree.charset);
        image.put(bytes);
        for (int i = bytes.length; i < length; i++) {
            boolean highByte = tree == Tree.JOLIET && i % 2 == 0;
            image.put((byte) (highByte ? 0 : ' '));
        }
    }

    /** ISO 9660 writes numbers twice, once for either order of bytes. */
    private void both32(int value) {
        image.order(ByteOrder.LITTLE_ENDIAN).putInt(value);
        image.order(ByteOrder.BIG_ENDIAN).putInt(value);
    }

    private void both16(int value) {
        image.order(ByteOrder.LITTLE_ENDIAN).putShort((short) value);
        image.order(ByteOrder.BIG_ENDIAN).putShort((short) value);
    }

    private void skip(int bytes) {
        image.position(image.position() + bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
