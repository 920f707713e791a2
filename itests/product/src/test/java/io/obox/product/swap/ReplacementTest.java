package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles are replaced while people work, and nobody notices. */
@Tag("product")
final class ReplacementTest {
    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void boot() {
        Map<String, String> quick = Map.of(
                "OBOX_REPLACE_SECONDS", "15",
                "OBOX_SIMULATED_CREATE_MILLIS", "500",
                "OBOX_SIMULATED_BOOT_MILLIS", "1000");
        product = Product.boot(folder.resolve("data"), "simulated", quick);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obox-vm",
                "obox-host",
                "obox-image",
                "obox-auth",
                "obox-queue",
                "obox-provisioner-simulated",
                "obox-web"
            })
    void aBundleIsReplacedUnderRunningClients(String bundle) throws Exception {
        Path newer = new Build(product.jar(bundle), folder).of("0.1.1");
        Set<String> guests = guests();
        LaterLog log = LaterLog.of(product);
        try (Watch watch = new Watch(product.admin())) {
            Traffic traffic = new Traffic(product, bundle.replace("obox-", ""));
            awaitWork(traffic);

            Result update = product.shell("obox:update " + newer);

            int before = traffic.jobs().size();
            awaitWork(traffic);
            traffic.close();
            assertThat(update.exit()).as(update.output()).isZero();
            assertThat(traffic.failures()).as(update.output()).isEmpty();
            for (String job : traffic.jobs().subList(before, traffic.jobs().size())) {
                await("an event about " + job).atMost(Duration.ofSeconds(90)).until(() -> watch.toldOf(job));
            }
            // the streams are the web's own; whoever reads one comes back
            assertThat(watch.cuts()).as("cuts of the event stream").isEqualTo(bundle.equals("obox-web") ? 1 : 0);
            assertEveryJobEndedOnce(traffic, guests);
            assertThat(versions(bundle)).containsExactly("0.1.1");
            assertThat(log.errors()).isEmpty();
            System.out.printf(
                    "%s: %d requests, %d of them logins, the slowest took %d ms; %s%n",
                    bundle,
                    traffic.requests(),
                    traffic.logins(),
                    traffic.slowestMillis(),
                    update.output().strip().lines().reduce("", (a, b) -> b));
        }
    }

    @Test
    void aVersionThatCanNotBeResolvedLeavesTheOldOneServing() throws Exception {
        refuses(new Build(product.jar("obox-vm"), folder).withoutItsImports("0.2.0"), "0.2.0");
    }

    @Test
    void aVersionThatIsNeverSatisfiedLeavesTheOldOneServing() throws Exception {
        refuses(new Build(product.jar("obox-auth"), folder).withoutItsServices("0.3.0"), "0.3.0");
    }

    @Test
    void theVersionThatRunsAlreadyIsRefused() {
        Result update = product.shell("obox:update " + product.jar("obox-redis"));

        assertThat(update.exit()).isNotZero();
        assertThat(update.output()).contains("is the version that runs already");
    }

    @Test
    void anOlderVersionIsAStepBack() throws Exception {
        Path older = new Build(product.jar("obox-ui"), folder).of("0.0.9");

        Result update = product.shell("obox:update " + older);

        assertThat(update.exit()).as(update.output()).isZero();
        assertThat(update.output()).contains("a step back: 0.0.9 is older than 0.1.0");
        assertThat(versions("obox-ui")).containsExactly("0.0.9");
        assertThat(product.admin().get("/").status()).isEqualTo(200);
    }

    @Test
    void whatOthersHoldOnToIsRefusedAtOnce() throws Exception {
        Path newer = new Build(product.jar("obox-persistence"), folder).of("0.1.1");

        Result update = product.shell("obox:update " + newer);

        assertThat(update.exit()).isNotZero();
        assertThat(update.output())
                .contains("io.obox.persistence can't be replaced while it is in use")
                .doesNotContain("starting");
    }

    private static void refuses(Path broken, String version) throws Exception {
        Set<String> guests = guests();
        Traffic traffic = new Traffic(product, "broken-" + version.replace('.', '-'));
        awaitWork(traffic);

        Result update = product.shell("obox:update " + broken);

        awaitWork(traffic);
        traffic.close();
        assertThat(update.exit()).isNotZero();
        assertThat(update.output()).contains("did not come up").contains("goes on serving");
        assertThat(traffic.failures()).isEmpty();
        assertThat(product.shell("lb -s").output()).doesNotContain(version);
        assertEveryJobEndedOnce(traffic, guests);
    }

    /** Waits until some more VMs were asked for and some more people have logged in. */
    private static void awaitWork(Traffic traffic) {
        int jobs = traffic.jobs().size() + 6;
        int logins = traffic.logins() + 1;
        await().atMost(Duration.ofSeconds(120))
                .until(() -> (traffic.jobs().size() >= jobs && traffic.logins() >= logins)
                        || !traffic.failures().isEmpty());
    }

    /**
     * Nothing lost: each accepted job is completed. Nothing doubled: at its first attempt, with as many VMs as jobs, and with
     * just the guests of those VMs beside those that there were.
     */
    private static void assertEveryJobEndedOnce(Traffic traffic, Set<String> guestsBefore) {
        Api api = product.admin();
        Set<String> vms = new HashSet<>();
        for (String id : traffic.jobs()) {
            JsonNode job = await("job " + id)
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> api.get("/api/jobs/" + id).json(),
                            j -> !j.path("finishedAt").isNull());
            assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("COMPLETED");
            assertThat(job.path("attempt").asInt()).as(job.toString()).isEqualTo(1);
            vms.add(job.at("/subject/id").asText());
        }
        assertThat(vms).hasSameSizeAs(traffic.jobs());
        Set<String> made = guests();
        assertThat(made).containsAll(guestsBefore);
        made.removeAll(guestsBefore);
        assertThat(made).isEqualTo(vms);
    }

    private static Set<String> guests() {
        List<String> ids = Machines.guests(product.data());
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }

    /** The versions of a bundle that are active. */
    private static Stream<String> versions(String bundle) {
        String name = bundle.replace('-', '.').replaceFirst("^obox", "io.obox");
        return product.shell("lb -s " + name)
                .output()
                .lines()
                .filter(line -> line.contains("Active"))
                .map(line -> line.replaceAll(".*\\(([0-9.]+)\\).*", "$1"));
    }
}
