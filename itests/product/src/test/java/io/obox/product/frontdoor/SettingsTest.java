package io.obox.product.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class SettingsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIntoTheFolderOfSettingsIsFollowedWithoutARestart() throws IOException {
        try (Product product = Product.simulated(folder.resolve("data"))) {
            Api api = product.admin();
            Path host = product.data().resolve("conf/io.obox.provisioner.simulated-north.cfg");

            Files.writeString(host, "name = north\ncpus = 2\n");
            await().atMost(PATIENCE).until(() -> processors(api, "north") == 2);
            Files.writeString(host, "name = north\ncpus = 30\n");
            await().atMost(PATIENCE).until(() -> processors(api, "north") == 30);
        }
    }

    @Test
    void afterARestartNothingIsLeftOfSettingsThatWereTakenAway() throws IOException {
        try (Product product = Product.boot(folder.resolve("data"), "simulated", Map.of("OBOX_WORKERS", "5"))) {
            Path queue = product.data().resolve("conf/io.obox.queue.cfg");
            Path host = product.data().resolve("conf/io.obox.provisioner.simulated-north.cfg");
            Files.writeString(queue, "workers = 3\n");
            Files.writeString(host, "name = north\ncpus = 2\n");
            awaitHealth(product, "Up to 3 jobs run here at once.");
            await().atMost(PATIENCE).until(() -> processors(product.admin(), "north") == 2);

            product.obox("down");
            Files.delete(queue);
            Files.delete(host);
            product.start();

            awaitHealth(product, "Up to 5 jobs run here at once.");
            assertThat(product.shell("scr:list io.obox.provisioner.simulated").output())
                    .doesNotContain("north");
        }
    }

    private static int processors(Api api, String host) {
        return StreamSupport.stream(api.get("/api/hosts").json().path("items").spliterator(), false)
                .filter(item -> item.path("name").asText().equals(host))
                .mapToInt(SettingsTest::processors)
                .findFirst()
                .orElse(0);
    }

    private static int processors(JsonNode host) {
        return host.path("cpus").asInt();
    }

    private static void awaitHealth(Product product, String message) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(product.shell("obox:health").output()).contains(message));
    }
}
