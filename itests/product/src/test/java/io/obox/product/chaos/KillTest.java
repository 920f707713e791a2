package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class KillTest {
    private static final int VMS = 4;

    @TempDir
    Path folder;

    @Test
    void jobsOfAKilledProcessGoOnAfterARestartAndAreNotDoubled() throws Exception {
        Path data = folder.resolve("data");
        try (Product product = Product.boot(data, "simulated", Map.of("OBOX_SIMULATED_CREATE_MILLIS", "4000"))) {
            Machines before = new Machines(product.admin());
            List<JsonNode> jobs = new ArrayList<>();
            for (int i = 0; i < VMS; i++) {
                jobs.add(before.accepted("killed-" + i));
            }
            before.awaitJob(jobs.getFirst().path("id").asText(), "RUNNING");
            ProcessHandle process = product.process();
            process.destroyForcibly();
            process.onExit().get();

            product.start();

            Machines after = new Machines(product.admin());
            for (JsonNode job : jobs) {
                after.awaitJob(job.path("id").asText(), "COMPLETED");
                after.awaitVm(job.at("/subject/id").asText(), "RUNNING");
            }
            assertThat(Machines.guests(data))
                    .containsExactlyInAnyOrderElementsOf(
                            jobs.stream().map(j -> j.at("/subject/id").asText()).toList());
        }
    }
}
