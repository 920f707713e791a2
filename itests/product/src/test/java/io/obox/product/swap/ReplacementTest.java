package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
        product = Product.simulated(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"obox-vm", "obox-auth", "obox-queue", "obox-provisioner-simulated"})
    void aBundleIsReplacedUnderRunningClients(String bundle) throws Exception {
        Path newer = new Build(product.jar(bundle), folder).of("0.1.1");
        Api api = product.admin();
        var streamEnded = new AtomicBoolean();
        Thread stream = watch(streamEnded);
        Traffic traffic = new Traffic(api, bundle.replace("obox-", ""));
        awaitJobs(traffic, 10);

        Result update = product.shell("obox:update " + newer);

        int before = traffic.jobs().size();
        awaitJobs(traffic, before + 10);
        traffic.close();
        assertThat(update.exit()).as(update.output()).isZero();
        assertThat(traffic.failures()).as(update.output()).isEmpty();
        assertThat(streamEnded).as("the event stream was cut").isFalse();
        stream.interrupt();
        assertEveryJobEndedOnce(api, traffic);
        assertThat(versions(bundle)).containsExactly("0.1.1");
        System.out.printf(
                "%s: %d requests, the slowest took %d ms; %s%n",
                bundle,
                traffic.requests(),
                traffic.slowestMillis(),
                update.output().strip().lines().reduce("", (a, b) -> b));
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
        Result update = product.shell("obox:update " + product.jar("obox-web"));

        assertThat(update.exit()).isNotZero();
        assertThat(update.output()).contains("is the version that runs already");
    }

    private static void refuses(Path broken, String version) throws Exception {
        Api api = product.admin();
        Traffic traffic = new Traffic(api, "broken-" + version.replace('.', '-'));
        awaitJobs(traffic, 3);

        Result update = product.shell("obox:update " + broken);

        awaitJobs(traffic, traffic.jobs().size() + 3);
        traffic.close();
        assertThat(update.exit()).isNotZero();
        assertThat(update.output()).contains("did not come up").contains("goes on serving");
        assertThat(traffic.failures()).isEmpty();
        assertThat(product.shell("lb -s").output()).doesNotContain(version);
        assertEveryJobEndedOnce(api, traffic);
    }

    private static Thread watch(AtomicBoolean ended) throws Exception {
        Stream<String> events = product.admin().events();
        return Thread.ofVirtual().start(() -> {
            try (events) {
                events.forEach(line -> {});
            } catch (RuntimeException e) {
                // reading was interrupted, or the stream was cut
            }
            ended.set(!Thread.currentThread().isInterrupted());
        });
    }

    private static void awaitJobs(Traffic traffic, int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        traffic.jobs().size() >= count || !traffic.failures().isEmpty());
    }

    /** Nothing lost: each accepted job is completed. Nothing doubled: as many VMs as jobs, and as many guests as VMs. */
    private static void assertEveryJobEndedOnce(Api api, Traffic traffic) throws Exception {
        Set<String> vms = new HashSet<>();
        for (String id : traffic.jobs()) {
            JsonNode job = await("job " + id)
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> api.get("/api/jobs/" + id).json(),
                            j -> !j.path("finishedAt").isNull());
            assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("COMPLETED");
            vms.add(job.at("/subject/id").asText());
        }
        assertThat(vms).hasSameSizeAs(traffic.jobs());
        assertThat(guests()).containsAll(vms);
    }

    private static Set<String> guests() throws Exception {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> files = Files.walk(product.data().resolve("simulated"))) {
            files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .forEach(n -> assertThat(ids.add(n.replace(".json", "")))
                            .as("two guests of " + n)
                            .isTrue());
        }
        return ids;
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
