package io.obox.product.chaos;

import static io.obox.product.chaos.TwoMachines.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same is done to many VMs, how many is set by {@code obox.vms}, while two nodes are killed in turn. */
@Tag("chaos")
final class BulkTest {
    private static final int VMS = Integer.getInteger("obox.vms", 300);
    private static final int AT_ONCE = 100;
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static TwoMachines cluster;
    /** A client at each node. */
    private static List<Api> apis;

    private int kills;

    @BeforeAll
    static void boot() throws Exception {
        Map<String, String> quick = Map.of(
                "OBOX_SIMULATED_CREATE_MILLIS", "100", "OBOX_SIMULATED_BOOT_MILLIS", "100", "OBOX_WORKERS", "16");
        cluster = new TwoMachines(folder, quick, "south-1", "south-2");
        apis = cluster.nodes().stream().map(Product::admin).toList();
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void nothingIsLostOrDoneTwiceWhereANodeIsKilledInTheMiddleAndComesBack() throws Exception {
        List<String> vms = created();

        assertDone("stop", vms);
        assertThat(inState("stopped")).isEqualTo(VMS);
        assertDone("start", vms);
        assertThat(inState("running")).isEqualTo(VMS);
        assertDone("delete", vms);
        assertThat(inState("any")).isZero();
        assertDone("restore", vms);
        assertThat(inState("stopped")).isEqualTo(VMS);
        assertThat(cluster.guests(SOUTH)).containsExactlyInAnyOrderElementsOf(vms);
        assertDone("purge", vms);

        assertNothingIsLeft();
    }

    private List<String> created() {
        String image = new Machines(apis.getFirst()).image();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < VMS; i += AT_ONCE) {
            Map<String, Object> some = Map.of("imageId", image, "count", Math.min(AT_ONCE, VMS - i), "firstNumber", i);
            Answer answer = new Machines(apis.get(i / AT_ONCE % 2)).create("many-{n}", some);
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            jobs.add(answer.json().path("id").asText());
        }
        jobs.forEach(job -> new Machines(apis.getLast()).awaitJob(job, "COMPLETED"));
        List<String> vms = new ArrayList<>();
        String next = "/api/vms?q=state:running&limit=" + PAGE;
        while (!next.isEmpty()) {
            JsonNode page = apis.getLast().get(next).json();
            StreamSupport.stream(page.path("items").spliterator(), false)
                    .map(vm -> vm.path("id").asText())
                    .forEach(vms::add);
            next = page.path("nextCursor").isTextual()
                    ? "/api/vms?q=state:running&limit=" + PAGE + "&cursor="
                            + page.path("nextCursor").asText()
                    : "";
        }
        assertThat(vms).hasSize(VMS);
        return vms;
    }

    /** One job for all, with a part for each, although a node is killed when some are done. */
    private void assertDone(String action, List<String> vms) throws Exception {
        Product victim = cluster.nodes().get(kills % 2);
        Api survivor = apis.get(++kills % 2);
        Answer answer = survivor.post("/api/vms/actions", Map.of("action", action, "ids", vms));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        String job = answer.json().path("id").asText();
        await("some parts of " + action)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        count("select count(*) from job where parent_id = ?::uuid and finished_at is not null", job)
                                > VMS / 10);

        ProcessHandle process = victim.process();
        process.destroyForcibly();
        process.onExit().get();
        assertThat(cluster.value("select 1 from job where id = ?::uuid and finished_at is null", job))
                .as(action + " was in the middle")
                .isPresent();
        victim.start();

        JsonNode done = new Machines(survivor).awaitJob(job, "COMPLETED");
        assertThat(done.path("result").toString()).isEqualTo("{\"done\":%d,\"failed\":0,\"skipped\":0}".formatted(VMS));
        assertThat(count("select count(*) from job where parent_id = ?::uuid", job))
                .isEqualTo(VMS);
        assertThat(count("select count(distinct subject_id) from job where parent_id = ?::uuid", job))
                .isEqualTo(VMS);
        assertThat(count("select max(attempt) from job where parent_id = ?::uuid", job))
                .isLessThanOrEqualTo(2);
    }

    private long inState(String state) {
        return apis.getFirst()
                .get("/api/vms?limit=1&count=true&q=state:" + state)
                .json()
                .path("total")
                .asLong();
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(cluster.kept(SOUTH)).containsExactly("host.uuid");
        assertThat(count("select count(*) from vm")).isZero();
        assertThat(count("select count(*) from vm_bulk_target")).isZero();
        assertThat(count("select sum(vms + vcpus + memory_mib + disk_gib) from vm_usage"))
                .isZero();
        assertThat(count("select sum(vms + used_vcpus + used_memory_mib + used_disk_gib) from host"))
                .isZero();
        assertThat(count("select count(*) from job where state <> 'COMPLETED'")).isZero();
    }

    private long count(String sql, Object... parameters) throws Exception {
        return Long.parseLong(cluster.value(sql, parameters).orElseThrow());
    }
}
