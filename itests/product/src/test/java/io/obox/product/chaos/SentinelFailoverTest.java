package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.WatchedRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class SentinelFailoverTest {
    private static final int VMS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void noJobIsLostOrDoneTwiceWhenSentinelsNameAnotherMaster() throws Exception {
        Path data = folder.resolve("data");
        try (var redis = new WatchedRedis(folder);
                Product product = Product.boot(
                        data, "simulated", Map.of("REDIS_URL", redis.url(), "OBOX_SIMULATED_CREATE_MILLIS", "300"))) {
            Machines machines = new Machines(product.admin());
            try (var creations = new Creations(machines, VMS)) {
                creations.awaitAccepted(VMS / 2);
                redis.killMaster();
                creations.awaitAccepted(VMS);
                redis.awaitFailover();
                await("OBox at the new master")
                        .atMost(PATIENCE)
                        .until(() -> redis.clients().contains("name=obox"));
                await("a health that says so")
                        .atMost(PATIENCE)
                        .until(() -> product.shell("obox:health").output().contains("Redis answers."));

                assertThat(creations.refused()).isEmpty();
                for (JsonNode job : creations.accepted()) {
                    JsonNode done = machines.awaitJob(job.path("id").asText(), "COMPLETED");
                    assertThat(done.path("attempt").asInt()).as(done.toString()).isEqualTo(1);
                }
                assertThat(Machines.guests(data))
                        .containsExactlyInAnyOrderElementsOf(creations.accepted().stream()
                                .map(j -> j.at("/subject/id").asText())
                                .toList());
            }
        }
    }
}
