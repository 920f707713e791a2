package io.obox.image.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderIdTest {
    @TempDir
    Path data;

    @Test
    void isKept() throws Exception {
        UUID first = id("node").get();

        assertThat(id("node").get()).isEqualTo(first);
        assertThat(id("other").get()).isNotEqualTo(first);
    }

    @Test
    void whatIsNoIdIsMadeAgain() throws Exception {
        Path file = Files.createDirectory(data.resolve("node")).resolve("image-holder.uuid");
        Files.writeString(file, "");

        UUID made = id("node").get();

        assertThat(id("node").get()).isEqualTo(made);
    }

    @Test
    void ofSeveralThatMakeItAtTheSameMomentOneCounts() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<UUID> make = () -> {
            start.await();
            return id("node").get();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<UUID>> made =
                    threads.invokeAll(Stream.generate(() -> make).limit(4).toList());

            assertThat(made)
                    .extracting(Future::resultNow)
                    .containsOnly(id("node").get());
        }
        assertThat(data.resolve("node")).isDirectoryContaining(file -> file.endsWith("image-holder.uuid"));
        assertThat(data.resolve("node")).isDirectoryNotContaining("glob:**.part");
    }

    private HolderId id(String node) {
        return new HolderId(data.resolve(node).resolve("image-holder.uuid"));
    }
}
