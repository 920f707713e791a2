package io.obox.product.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class LibvirtRestartTest {
    @TempDir
    Path folder;

    @Test
    void noVmIsLostAndJobsGoOnWhenLibvirtdIsRestarted() throws Exception {
        try (Closeable alone = Hypervisor.alone();
                Product product = Product.boot(folder.resolve("data"), "libvirt", Map.of())) {
            Machines machines = new Machines(product.admin());
            String lives = machines.accepted("lives-on").at("/subject/id").asText();
            machines.awaitVm(lives, "RUNNING");
            JsonNode job = machines.accepted("made-meanwhile");
            machines.awaitJob(job.path("id").asText(), "RUNNING");

            Hypervisor.restartDaemon();

            String made = job.at("/subject/id").asText();
            JsonNode done = machines.awaitJob(job.path("id").asText(), "COMPLETED");
            assertThat(done.path("attempt").asInt()).isGreaterThan(1);
            machines.awaitVm(made, "RUNNING");
            assertThat(Hypervisor.virsh("domstate", Hypervisor.domain(lives)).output())
                    .contains("running");
            machines.awaitVm(lives, "RUNNING");
            for (String id : List.of(lives, made)) {
                machines.api().delete("/api/vms/" + id + "?purge=true");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> machines.api().get("/api/vms/" + id).status() == 404);
            }
        }
    }
}
