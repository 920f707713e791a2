package io.obox.product.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Command;
import io.obox.product.access.Product;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While something is not there, whoever asks for it is told to come again. */
@Tag("product")
final class GapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void fromTheMomentThePortIsOpenNothingIsSaidToBeMissing() throws Exception {
        String port = "" + Product.freePort();
        String data = folder.resolve("data").toString();
        Command obox = Command.shipped(Map.of("ADMIN_PASSWORD", Product.PASSWORD));
        Process up =
                obox.start("up", "--detach", "--port", port, "--data", data, "--backend", "simulated", "--no-install");
        List<Answer> answers = new ArrayList<>();
        try {
            Api api = new Api(URI.create("http://127.0.0.1:" + port));
            while (up.isAlive()) {
                for (String path : List.of("/", "/vms", "/api/vms", "/api/auth/me")) {
                    answers.add(api.get(path));
                }
            }
            assertThat(Command.finish(up).exit()).isZero();
        } finally {
            obox.run("down", "--data", data);
        }

        // nobody listens yet, not there yet, nobody is logged in, there it is
        assertThat(answers).extracting(Answer::status).containsOnly(0, 503, 401, 200);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .isNotEmpty()
                .allSatisfy(GapTest::assertComeAgain);
    }

    @Test
    void aPartThatIsAwayIsSaidToComeBack() {
        try (Product product = Product.simulated(folder.resolve("data"))) {
            Api api = product.admin();
            product.shell("felix:stop io.obox.ui");
            assertComeAgain(api.get("/"));
            assertComeAgain(api.get("/vms"));
            assertThat(api.get("/api/vms").status()).isEqualTo(200);
            start(product, "io.obox.ui");
            await().atMost(PATIENCE).until(() -> api.get("/").status() == 200);

            product.shell("felix:stop io.obox.web");
            for (String path : List.of("/", "/vms", "/api/vms", "/api/nothing", "/healthz", "/readyz")) {
                assertComeAgain(api.get(path));
            }
            start(product, "io.obox.web");
            await().atMost(PATIENCE).until(() -> api.get("/api/vms").status() == 200);
            assertThat(api.get("/nothing.txt").status()).isEqualTo(404);
        }
    }

    /** The command takes no names. */
    private static void start(Product product, String bundle) {
        String id = product.shell("felix:lb -s " + bundle)
                .output()
                .lines()
                .filter(line -> line.contains(bundle))
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .findFirst()
                .orElseThrow();
        product.shell("felix:start " + id);
    }

    private static void assertComeAgain(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:obox:problem:unavailable");
    }
}
