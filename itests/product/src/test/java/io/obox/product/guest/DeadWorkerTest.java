package io.obox.product.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class DeadWorkerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** So that the worker surely dies between the moment in which there is a guest and the one in which it has booted. */
    private static final String LONG = "600000";

    @TempDir
    Path folder;

    /** What a hypervisor keeps of a VM, by names; asked without OBox. */
    private interface Traces {
        List<String> of(String vm) throws Exception;
    }

    @Test
    void aGuestIsTakenAwayWhenTheWorkerOfItsLastAttemptDies() throws Exception {
        Traces files = vm -> Machines.guests(data()).stream().filter(vm::equals).toList();

        dieInTheLastAttempt("simulated", Map.of("OBOX_SIMULATED_BOOT_MILLIS", LONG), files, files);
    }

    @Test
    void aGuestIsTakenAwayWithItsVolumesWhenTheWorkerOfItsLastAttemptDies() throws Exception {
        try (Closeable alone = Hypervisor.alone()) {
            dieInTheLastAttempt(
                    "libvirt",
                    Map.of(),
                    vm -> lines(vm, "list", "--uuid"),
                    vm -> List.of(lines(vm, "list", "--all", "--uuid"), lines(vm, "vol-list", Hypervisor.POOL)).stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private static List<String> lines(String vm, String... command) throws Exception {
        return Hypervisor.virsh(command)
                .output()
                .lines()
                .filter(line -> line.contains(vm))
                .toList();
    }

    private void dieInTheLastAttempt(String backend, Map<String, String> settings, Traces guest, Traces all)
            throws Exception {
        try (SharedServers servers = new SharedServers(folder);
                Product product = boot(backend, settings, servers)) {
            JsonNode job = new Machines(product.admin()).accepted("left");
            String vm = job.at("/subject/id").asText();
            makeTheFirstAttemptTheLast(servers);
            await("the guest")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !guest.of(vm).isEmpty());
            ProcessHandle process = product.process();
            process.destroyForcibly();
            process.onExit().get();
            assertThat(all.of(vm)).isNotEmpty();

            product.start();

            Machines machines = new Machines(product.admin());
            JsonNode ended = machines.awaitJob(job.path("id").asText(), "DISCARDED");
            assertThat(ended.at("/problem/type").asText()).endsWith("worker-died");
            await("nothing of it on the hypervisor")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(all.of(vm)).isEmpty());
            assertThat(machines.awaitVm(vm, "FAILED").at("/problem/type").asText())
                    .endsWith("worker-died");
            assertDeletionFreesAll(machines, vm);
        }
    }

    private Product boot(String backend, Map<String, String> settings, SharedServers servers) {
        Map<String, String> all = new HashMap<>(servers.settings());
        all.putAll(settings);
        return Product.boot(data(), backend, all);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void makeTheFirstAttemptTheLast(SharedServers servers) throws SQLException {
        try (Connection connection = servers.database().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update job set max_attempts = 1 where finished_at is null"))
                    .isOne();
        }
    }

    /** One that failed keeps its place until it is deleted: it may be tried again. */
    private static void assertDeletionFreesAll(Machines machines, String vm) {
        JsonNode job = machines.api().delete("/api/vms/" + vm).json();
        machines.awaitJob(job.path("id").asText(), "COMPLETED");
        assertThat(machines.api().get("/api/profile/usage").json())
                .hasSize(4)
                .allSatisfy(share -> assertThat(share.path("used").asLong()).isZero());
        assertThat(machines.api().get("/api/hosts").json().at("/items/0/used"))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part.asLong()).isZero());
    }
}
