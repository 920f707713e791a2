package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data folder, on which the product is started for one thing or the other. */
@Tag("product")
final class RolesTest {
    @TempDir
    Path folder;

    @Test
    void whatOtherRolesLeaveOutIsThereAgainWithTheFormerOnes() throws Exception {
        Path data = folder.resolve("data");
        String made;
        try (Product product = boot(data, "web,worker")) {
            Machines machines = new Machines(product.admin());
            JsonNode job = machines.accepted("made");
            machines.awaitJob(job.path("id").asText(), "COMPLETED");
            made = job.at("/subject/id").asText();
            for (String bundle : List.of("obox-vm", "obox-web", "obox-ui")) {
                Result update = product.shell("obox:update " + new Build(product.jar(bundle), folder).of("0.1.1"));
                assertThat(update.exit()).as(update.output()).isZero();
            }
        }

        String waiting;
        try (Product product = boot(data, "web")) {
            Machines machines = new Machines(product.admin());
            machines.awaitVm(made, "RUNNING");
            Answer stop = machines.api().post("/api/vms/" + made + "/actions", Map.of("action", "stop"));
            assertThat(stop.status()).as(stop.body()).isEqualTo(202);
            assertThat(stop.json().path("state").asText()).isEqualTo("AVAILABLE");
            waiting = stop.json().path("id").asText();
        }
        boot(data, "worker").close();

        try (Product product = boot(data, "web,worker")) {
            Machines machines = new Machines(product.admin());
            machines.awaitJob(waiting, "COMPLETED");
            machines.awaitVm(made, "STOPPED");
            assertThat(Machines.guests(data)).containsExactly(made);
            assertThat(List.of("vm", "web", "ui"))
                    .allSatisfy(bundle -> assertThat(
                                    product.shell("lb -s io.obox." + bundle).output())
                            .contains("(0.1.1)")
                            .doesNotContain("(0.1.0)"));
        }
    }

    private static Product boot(Path data, String roles) {
        return Product.boot(
                data,
                "simulated",
                Map.of(
                        "OBOX_ROLES", roles,
                        "OBOX_SIMULATED_CREATE_MILLIS", "200",
                        "OBOX_SIMULATED_BOOT_MILLIS", "200"));
    }
}
