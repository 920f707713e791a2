package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class PostgresRestartTest {
    @TempDir
    Path folder;

    @Test
    void requestsFailAsUnavailableUntilPostgresIsBackAndNoJobIsLost() throws Exception {
        Path data = folder.resolve("data");
        try (Product product = Product.simulated(data)) {
            Api api = product.admin();
            Machines machines = new Machines(api);
            JsonNode before = machines.accepted("before");
            List<Answer> meanwhile = new ArrayList<>();

            await("a request that fails, and then one that does not")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        boolean met = meanwhile.stream().anyMatch(a -> a.status() == 503);
                        if (!met) {
                            // it may be back before a request has met it away
                            interrupt(data.resolve("postgres/postmaster.pid"));
                        }
                        meanwhile.add(api.get("/api/jobs"));
                        return met && meanwhile.getLast().status() == 200;
                    });
            assertThat(meanwhile)
                    .allSatisfy(a -> assertThat(a.status()).as(a.body()).isIn(200, 503));
            assertThat(meanwhile)
                    .filteredOn(a -> a.status() == 503)
                    .allSatisfy(
                            a -> assertThat(a.json().path("type").asText()).isEqualTo("urn:obox:problem:unavailable"));
            machines.awaitJob(before.path("id").asText(), "COMPLETED");
            JsonNode after = machines.accepted("after");
            machines.awaitJob(after.path("id").asText(), "COMPLETED");
            assertThat(Machines.guests(data)).hasSize(2);
        }
    }

    /** Unless it has ended. */
    private static void interrupt(Path pidFile) throws Exception {
        try {
            new ProcessBuilder("kill", "-INT", "" + Product.process(pidFile).pid())
                    .start()
                    .waitFor();
        } catch (UncheckedIOException | IllegalStateException | NoSuchElementException e) {
            // there is none at this moment
        }
    }
}
