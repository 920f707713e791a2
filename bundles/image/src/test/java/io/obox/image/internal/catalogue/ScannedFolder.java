package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of images that a test fills, and its scans. */
abstract class ScannedFolder {
    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00.123456789Z");

    static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    @TempDir
    Path temporary;

    ImageKit kit;
    ImageFolder folder;
    Path files;
    final LocalImages local = new LocalImages();
    final Set<UUID> used = new HashSet<>();

    @BeforeEach
    void setUp() throws IOException {
        kit = new ImageKit(TABLES);
        kit.forget(kit.id);
        files = Files.createDirectory(temporary.resolve("images"));
        folder = new ImageFolder(files, temporary.resolve("data"));
    }

    ImageScan scanOfTwo(Path others) {
        return new ImageScan(
                kit.catalogue,
                kit.copies,
                new LocalImages(),
                new ImageFolder(others, temporary.resolve("data-two")),
                () -> Set.of("fake"),
                this::use,
                Duration.ZERO);
    }

    ImageScan scan(String backend) {
        return scan(backend, Duration.ofSeconds(1));
    }

    ImageScan scan(String backend, Duration settling) {
        return new ImageScan(kit.catalogue, kit.copies, local, folder, () -> Set.of(backend), this::use, settling);
    }

    Use use(UUID image) {
        return used.contains(image) ? Use.SOME : Use.NONE;
    }

    List<Image> images() {
        return kit.catalogue.page(null, 100);
    }

    Image image(String name) {
        return images().stream()
                .filter(image -> image.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void put(String name, byte[] content) throws IOException {
        put(files, name, content);
    }

    static void put(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    static byte[] qcow2() {
        return ByteBuffer.allocate(512)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putLong(24, 1 << 20)
                .array();
    }
}
