package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.host.access.HostAccess;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageScannerTest {
    private static final Transactions TABLES = ImageKit.tables(TestDatabase.create());

    @TempDir
    Path temporary;

    private ImageKit kit;
    private Path files;
    private ImageScanner scanner;

    @BeforeEach
    void setUp() throws Exception {
        kit = new ImageKit(TABLES);
        kit.forget(kit.id);
        files = Files.createDirectory(temporary.resolve("images"));
        ImageFolder folder = new ImageFolder(files, temporary.resolve("data"));
        scanner = new ImageScanner(kit.catalogue, kit.copies, new LocalImages(), folder);
        Field hosts = ImageScanner.class.getDeclaredField("hosts");
        hosts.setAccessible(true);
        hosts.set(scanner, new Hosts());
    }

    @AfterEach
    void stop() {
        scanner.deactivate();
    }

    @Test
    void anErrorOfWhoeverUsesImagesEndsNoScanning() throws IOException {
        put("debian/13.img");
        AtomicInteger asked = new AtomicInteger();
        scanner.addUsage(image -> {
            if (asked.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("io/obox/gone/Class");
            }
            return false;
        });
        scanner.activate();
        await().until(() -> images().equals(List.of("debian-13")));

        Files.delete(files.resolve("debian/13.img"));

        await().until(() -> images().isEmpty());
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void whoeverNeverSaysWhatIsUsedHoldsUpNoScanning() throws IOException {
        put("debian/13.img");
        put("tiny/1.img");
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        scanner.addUsage(image -> {
            asked.incrementAndGet();
            while (true) {
                try {
                    mayEnd.await();
                    return false;
                } catch (InterruptedException e) {
                    // it goes on
                }
            }
        });
        scanner.activate();
        await().until(() -> images().equals(List.of("debian-13", "tiny")));

        Files.delete(files.resolve("debian/13.img"));
        Files.delete(files.resolve("tiny/1.img"));
        await().until(() -> asked.get() == 1);
        put("ubuntu/24.img");

        await().until(() -> images().contains("ubuntu-24"));
        assertThat(images()).as("what may be used").contains("debian-13", "tiny");
        assertThat(asked).hasValue(1);
        mayEnd.countDown();
        await().until(() -> images().equals(List.of("ubuntu-24")));
    }

    @Test
    void itsEndKeepsTheConnectionThatItReadsFrom() {
        long reading = TABLES.sql(connection -> {
            connection.createStatement().execute("lock table image, image_copy, image_holder");
            scanner.activate();
            await().until(() -> !waiting().isEmpty());
            List<Long> waiting = waiting();
            scanner.deactivate();
            return waiting.getFirst();
        });
        await().during(Duration.ofSeconds(1))
                .until(() -> numbers("select pid from pg_stat_activity").contains(reading));
    }

    /** The connections that wait for a lock. */
    private static List<Long> waiting() {
        return numbers("select pid from pg_locks where not granted");
    }

    private static List<Long> numbers(String query) {
        return TABLES.sql(connection -> new Sql(query).query(connection, row -> row.getLong(1)));
    }

    private void put(String path) throws IOException {
        Path file = files.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[4096]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private List<String> images() {
        return kit.catalogue.entries().stream()
                .map(entry -> entry.image().name())
                .sorted()
                .toList();
    }

    /** Hosts that nobody calls. */
    private record Hosts() implements HostAccess {
        @Override
        public <T> T call(UUID host, Checkpoint checkpoint, Call<T> call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> backends() {
            return Set.of("fake");
        }
    }
}
