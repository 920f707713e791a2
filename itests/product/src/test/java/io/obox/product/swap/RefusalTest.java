package io.obox.product.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a new version is found before it serves, and said. */
@Tag("product")
final class RefusalTest {
    private static final String NEVER_ENDING =
            "while (true) try { Thread.sleep(1000); } catch (InterruptedException e) { }";

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

    @Test
    void aVersionWhoseResourceCanNotBeMadeAnswersNobody() throws Exception {
        Path broken = build("obox-vm").withConstructor("0.2.1", "VmResource", "throw new Exception(\"no bread\");");
        try (Traffic traffic = new Traffic(product, "unmade")) {
            Result update = product.shell("obox:update " + broken);

            assertThat(update.exit()).isNotZero();
            assertThat(update.output()).contains("VmResource failed: ", "no bread", "goes on serving");
            assertThat(traffic.failures()).isEmpty();
        }
        assertThat(versions("io.obox.vm")).containsExactly("0.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vm", "auth", "queue", "web"})
    void aVersionThatFailsOnceItServesIsTakenBackAndNobodyNotices(String name) throws Exception {
        String atTheSecondStart = "if (System.setProperty(\"broken.%s\", \"\") != null)".formatted(name)
                + " throw new IllegalStateException(\"no salt\");";
        String former = versions("io.obox." + name).findFirst().orElseThrow();
        Path failing = build("obox-" + name).withActivation("0.2.8", atTheSecondStart);
        try (Traffic traffic = new Traffic(product, "taken-back-" + name)) {
            Result update = product.shell("obox:update " + failing);

            assertThat(update.exit()).isNotZero();
            assertThat(update.output()).contains("starting 0.2.8 beside " + former, "no salt", "goes on serving");
            assertThat(traffic.failures()).isEmpty();
            assertThat(traffic.jobs()).isNotEmpty().allSatisfy(RefusalTest::awaitCompletion);
        }
        assertThat(versions("io.obox." + name)).containsExactly(former);
    }

    @Test
    void aFailingActivationIsRefusedWithItsCause() throws Exception {
        refuses(
                build("obox-auth").withActivation("0.2.2", "throw new IllegalStateException(\"no water\");"),
                "no water");
    }

    @Test
    void aHangingActivationIsRefusedWithItsPlaceAndBlocksNoOther() throws Exception {
        refuses(build("obox-ui").withActivation("0.2.3", NEVER_ENDING), "hangs in broken.Fault.<init>");

        LaterLog log = LaterLog.of(product);
        Result next = product.shell("obox:update " + build("obox-ui").of("0.2.4"));
        assertThat(next.exit()).as(next.output()).isZero();
        assertThat(product.admin().get("/").status()).isEqualTo(200);
        assertThat(log.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHangingActivationBlocksNoStart(boolean killed) throws Exception {
        String former = versions("io.obox.ui").findFirst().orElseThrow();
        refuses(build("obox-ui").withActivation("0.2.9", NEVER_ENDING), "hangs in broken.Fault.<init>");

        ProcessHandle process = product.process();
        if (killed) {
            process.destroyForcibly();
        } else {
            assertThat(product.obox("down").exit()).isZero();
        }
        process.onExit().get(1, TimeUnit.MINUTES);
        product.start();

        assertThat(versions("io.obox.ui")).containsExactly(former);
        assertThat(product.admin().get("/").status()).isEqualTo(200);
    }

    @Test
    void aJarWithoutComponentsIsRefusedUnlessItIsAskedFor() throws Exception {
        refuses(build("obox-vm").withoutComponents("0.2.5"), "It has no components.", "--fewer-services");

        Path empty = build("obox-ui").withoutComponents("0.2.10");
        Result asked = product.shell("obox:update --fewer-services " + empty);
        assertThat(asked.exit()).as(asked.output()).isZero();
        assertThat(versions("io.obox.ui")).containsExactly("0.2.10");

        Result whole = product.shell("obox:update " + build("obox-ui").of("0.2.11"));
        assertThat(whole.exit()).as(whole.output()).isZero();
        assertThat(product.admin().get("/").status()).isEqualTo(200);
    }

    @Test
    void aVersionWithFewerServicesIsRefusedUnlessItIsAskedFor() throws Exception {
        refuses(
                build("obox-auth").withoutComponent("0.2.6", "ProfileResource"),
                "It does not offer what 0.1.0 offers",
                "profile",
                "--fewer-services");

        Path fewer = build("obox-auth").withoutComponent("0.2.7", "ProfileResource");
        Result asked = product.shell("obox:update --fewer-services " + fewer);

        assertThat(asked.exit()).as(asked.output()).isZero();
    }

    private static void awaitCompletion(String job) {
        Api api = product.admin();
        JsonNode ended = await("job " + job)
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> api.get("/api/jobs/" + job).json(),
                        j -> !j.path("finishedAt").isNull());
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("COMPLETED");
    }

    private static void refuses(Path broken, String... words) throws Exception {
        Result update = product.shell("obox:update " + broken);

        assertThat(update.exit()).isNotZero();
        assertThat(update.output()).contains("goes on serving").contains(words);
        assertThat(product.admin().get("/api/vms").status()).isEqualTo(200);
    }

    private static Build build(String bundle) {
        return new Build(product.jar(bundle), folder);
    }

    private static Stream<String> versions(String symbolicName) throws IOException {
        return product.shell("lb -s " + symbolicName)
                .output()
                .lines()
                .filter(line -> line.contains("Active"))
                .map(line -> line.replaceAll(".*\\(([0-9.]+)\\).*", "$1"));
    }
}
