package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.ReplicatedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class PostgresFailoverTest {
    private static final int VMS = 24;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAnsweredIsLostWhenTheStandbyTakesOver() throws Exception {
        Path data = folder.resolve("data");
        try (var postgres = ReplicatedPostgres.start(folder);
                Product product = Product.boot(
                        data,
                        "simulated",
                        Map.of("DATABASE_URL", postgres.url(), "OBOX_SIMULATED_CREATE_MILLIS", "300"))) {
            Machines machines = new Machines(product.admin());
            try (var creations = new Creations(machines, VMS)) {
                creations.awaitAccepted(VMS / 3);
                postgres.killPrimary();
                await("a refusal")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> !creations.refused().isEmpty());
                postgres.promoteStandby();
                creations.awaitAccepted(VMS);

                assertAllDone(machines, creations.accepted(), data);
                assertThat(creations.refused())
                        .allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(503));
            }
        }
    }

    private static void assertAllDone(Machines machines, List<JsonNode> jobs, Path data) {
        for (JsonNode job : jobs) {
            machines.awaitJob(job.path("id").asText(), "COMPLETED");
            machines.awaitVm(job.at("/subject/id").asText(), "RUNNING");
        }
        assertThat(Machines.guests(data))
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream().map(j -> j.at("/subject/id").asText()).toList());
        assertThat(machines.api().get("/api/vms?limit=100").json().path("items"))
                .hasSize(jobs.size());
    }
}
