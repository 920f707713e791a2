package io.obox.product.chaos;

import static io.obox.product.chaos.TwoMachines.NORTH;
import static io.obox.product.chaos.TwoMachines.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.RowChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class TwoMachinesTest {
    private static final int VMS = 100;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> MACHINES = List.of(NORTH, SOUTH);

    @TempDir
    static Path folder;

    private static TwoMachines cluster;
    /** A client at each node. */
    private static List<Api> apis;

    private static Map<String, String> images;
    private int asked;

    @BeforeAll
    static void boot() throws Exception {
        Map<String, String> slow = Map.of("OBOX_SIMULATED_CREATE_MILLIS", "500", "OBOX_SIMULATED_BOOT_MILLIS", "500");
        cluster = new TwoMachines(folder, slow, "north-1", "south-1", "south-2");
        apis = cluster.nodes().stream().map(Product::admin).toList();
        awaitHosts();
        await("five images that are ready").atMost(PATIENCE).until(() -> all("/api/images", "READY") == 5);
        images = items("/api/images").stream()
                .collect(Collectors.toMap(
                        image -> image.path("name").asText(),
                        image -> image.path("id").asText()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void inAMinuteOfRestNothingChanges() throws Exception {
        List<String> jobs = new ArrayList<>();
        for (String image : List.of("tiny", "mixed-1", "lean-1", "lean-1", "wide-1", "wide-1")) {
            jobs.add(create(Map.of("imageId", images.get(image))));
        }
        awaitCompleted(jobs);
        assertEachOnItsHypervisor();
        String begin = cluster.value("select now()").orElseThrow();

        RowChanges changes = new RowChanges(cluster.database(), List.of("vm", "host", "image", "image_copy"));
        await("a minute of rest")
                .during(REST)
                .atMost(REST.plus(PATIENCE))
                .untilAsserted(() -> assertThat(changes.all()).isEmpty());

        assertThat(cluster.value(
                        "select count(*) from host where seen_at > ?::timestamptz + interval '45 seconds'", begin))
                .as("hosts that were watched to the end")
                .contains("2");
        assertThat(apis.stream().map(TwoMachinesTest::states).distinct()).hasSize(1);
        assertKeptAndGivenBack(vms().getFirst());
        deleteAll();
        assertThat(changes.all()).isNotEmpty();
    }

    @Test
    void aHundredCreationsAndDeletionsEndOnTheRightHypervisorWhileEachNodeIsKilledAndBroughtBack() throws Exception {
        int rounds = cluster.nodes().size();
        for (int round = 0; round < rounds; round++) {
            Product node = cluster.nodes().get(round);
            List<String> former = vms();
            awaitHosts();
            List<String> jobs = new ArrayList<>();
            for (int end = VMS * (round + 1) / rounds; asked < end; ) {
                jobs.add(create("tiny", MACHINES.get(asked % MACHINES.size())));
            }
            former.forEach(vm -> jobs.add(delete(vm)));
            awaitAtWork(node);
            kill(node);
            if (round == 0) {
                assertWaitsVisibly(jobs);
            }
            node.start();
            awaitCompleted(jobs);
            assertEachOnItsHypervisor();
        }
        deleteAll();

        assertThat(asked).isEqualTo(VMS);
        assertNothingIsLeft();
    }

    /** The quota of disks has room for a fifth of them. */
    @Test
    void ofAHundredRequestsToAllNodesAtOnceAsManyAreTakenAsTheQuotaHasRoomFor() throws Exception {
        Map<String, Object> large = Map.of("imageId", images.get("tiny"), "diskGib", 5_000);
        List<Answer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(VMS)) {
            List<Callable<Answer>> requests = IntStream.range(0, VMS)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> new Machines(apis.get(i % apis.size())).create("large-" + i, large))
                    .toList();
            answers =
                    threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }

        List<String> jobs = answers.stream()
                .filter(answer -> answer.status() == 202)
                .map(TwoMachinesTest::job)
                .toList();
        assertThat(jobs).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 202)
                .extracting(answer -> answer.json().path("type").asText())
                .containsOnly("urn:obox:problem:quota-exceeded");
        assertThat(apis.getFirst()
                        .get("/api/profile/usage")
                        .json()
                        .at("/diskGib/used")
                        .asLong())
                .isEqualTo(100_000);
        awaitCompleted(jobs);
        deleteAll();
    }

    private String create(String image, String machine) throws Exception {
        return create(Map.of("imageId", images.get(image), "hostId", cluster.host(machine)));
    }

    /** By way of the nodes in turn; answers the job. */
    private String create(Map<String, Object> what) {
        Api node = apis.get(asked % apis.size());
        return job(new Machines(node).create("apart-" + asked++, what));
    }

    private static String delete(String vm) {
        return job(apis.getLast().delete("/api/vms/" + vm + "?purge=true"));
    }

    private static String job(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asText();
    }

    /** Asked of one machine's node, whose hypervisor need not be that of the guest. */
    private static void assertKeptAndGivenBack(String vm) {
        awaitCompleted(List.of(job(apis.getFirst().delete("/api/vms/" + vm))));
        assertThat(vms()).doesNotContain(vm);
        awaitCompleted(List.of(job(apis.getLast().post("/api/vms/" + vm + "/restore", Map.of()))));
        assertThat(apis)
                .allSatisfy(api -> assertThat(
                                api.get("/api/vms/" + vm).json().path("state").asText())
                        .isEqualTo("STOPPED"));
    }

    private static void deleteAll() {
        awaitCompleted(vms().stream().map(TwoMachinesTest::delete).toList());
        assertThat(vms()).isEmpty();
    }

    private static void awaitHosts() {
        await("two hosts that are up").atMost(PATIENCE).until(() -> all("/api/hosts", "UP") == 2);
    }

    private static void awaitCompleted(List<String> jobs) {
        Machines machines = new Machines(apis.getLast());
        jobs.forEach(job -> machines.awaitJob(job, "COMPLETED"));
    }

    /** The node is in the middle of at least one job. */
    private static void awaitAtWork(Product node) {
        await("work of " + TwoMachines.name(node))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cluster.value(
                                "select 1 from job where state = 'RUNNING' and node = ? limit 1",
                                TwoMachines.name(node))
                        .isPresent());
    }

    private static void kill(Product node) throws Exception {
        ProcessHandle process = node.process();
        process.destroyForcibly();
        process.onExit().get();
    }

    /** The first machine has one node, without which nobody reaches its hypervisor. */
    private static void assertWaitsVisibly(List<String> jobs) {
        await("a job that says what it waits for")
                .atMost(PATIENCE)
                .until(() -> jobs.stream()
                        .anyMatch(job -> apis.getLast()
                                .get("/api/jobs/" + job)
                                .json()
                                .at("/waitReason/text")
                                .asText()
                                .startsWith("waiting for host")));
    }

    /** A machine's guests are the VMs that are placed there, and only its own nodes have worked on them. */
    private static void assertEachOnItsHypervisor() throws Exception {
        List<JsonNode> vms = items("/api/vms");
        assertThat(vms).allSatisfy(vm -> assertThat(vm.path("state").asText()).isEqualTo("RUNNING"));
        for (String machine : MACHINES) {
            String host = cluster.host(machine);
            assertThat(cluster.guests(machine))
                    .isEqualTo(vms.stream()
                            .filter(vm -> vm.at("/host/id").asText().equals(host))
                            .map(vm -> vm.path("id").asText())
                            .sorted()
                            .toList())
                    .isNotEmpty();
            assertThat(cluster.value(
                            "select string_agg(distinct node, ' ') from job where place like ? and node not like ?",
                            "%" + host + "%",
                            machine + "-%"))
                    .as("nodes that worked for " + machine)
                    .isEmpty();
        }
    }

    private static void assertNothingIsLeft() throws Exception {
        for (String machine : MACHINES) {
            assertThat(cluster.kept(machine)).containsExactly("host.uuid");
        }
        assertThat(cluster.value("select string_agg(id::text, ' ') from job where state <> 'COMPLETED'"))
                .as("jobs that are not completed")
                .isEmpty();
        assertThat(items("/api/hosts")).hasSize(2).allSatisfy(host -> {
            assertThat(host.path("vms").asInt()).isZero();
            assertThat(host.path("used"))
                    .allSatisfy(part ->
                            assertThat(part.asLong()).as(host.toString()).isZero());
        });
        JsonNode usage = apis.getLast().get("/api/profile/usage").json();
        assertThat(usage)
                .hasSize(4)
                .allSatisfy(share -> assertThat(share.path("used").asLong())
                        .as(usage.toString())
                        .isZero());
    }

    /** What each node's interface says of the states of all hosts, images and VMs. */
    private static Map<String, String> states(Api node) {
        Map<String, String> states = new TreeMap<>();
        for (String path : List.of("/api/hosts", "/api/images", "/api/vms")) {
            for (JsonNode item : items(node, path)) {
                states.put(
                        path + "/" + item.path("id").asText(),
                        item.path("state").asText() + item.path("version").asText());
            }
        }
        return states;
    }

    /** How many things there are, if all are in this state; or -1. */
    private static int all(String path, String state) {
        List<JsonNode> items = items(path);
        return items.stream().allMatch(item -> item.path("state").asText().equals(state)) ? items.size() : -1;
    }

    private static List<String> vms() {
        return items("/api/vms").stream().map(vm -> vm.path("id").asText()).toList();
    }

    private static List<JsonNode> items(String path) {
        return items(apis.getLast(), path);
    }

    private static List<JsonNode> items(Api node, String path) {
        List<JsonNode> items = new ArrayList<>();
        node.get(path + "?limit=200").json().path("items").forEach(items::add);
        return items;
    }
}
