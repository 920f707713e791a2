package io.obox.product.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Command.Result;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.mail.MailServer;
import io.obox.product.mail.Mailing;
import io.obox.product.mail.SettingsApi;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class ClusterTest {
    private static final int VMS = 40;
    private static final String REGISTRATION = "io.obox.auth.registration";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** What people are told: within seconds. */
    private static final Duration EFFECT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void aWebNodeAndTwoWorkersShareTheWork() throws Exception {
        Path data = folder.resolve("web");
        try (Product web = Product.boot(data, "simulated", Map.of("OBOX_ROLES", "web", "OBOX_NODE", "web"));
                Product first = worker(data, "first");
                Product second = worker(data, "second")) {
            Machines machines = new Machines(web.admin());
            List<String> jobs = new ArrayList<>();
            for (int i = 0; i < VMS; i++) {
                jobs.add(machines.accepted("shared-" + i).path("id").asText());
            }

            List<JsonNode> done =
                    jobs.stream().map(id -> machines.awaitJob(id, "COMPLETED")).toList();

            Set<String> nodes = done.stream().map(j -> j.path("node").asText()).collect(Collectors.toSet());
            assertThat(nodes).containsExactlyInAnyOrder("first", "second");
            assertThat(done)
                    .allSatisfy(j -> assertThat(j.path("attempt").asInt()).isEqualTo(1));
            List<String> guests = new ArrayList<>(Machines.guests(first.data()));
            guests.addAll(Machines.guests(second.data()));
            assertThat(guests).hasSize(VMS).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsSetOnOneNodeIsInEffectOnTheOtherWithinSeconds() throws Exception {
        Path data = folder.resolve("web");
        Map<String, String> key = Map.of("OBOX_SETTINGS_KEY", KEY);
        try (MailServer server = new MailServer();
                Product first =
                        Product.boot(data, "simulated", all(key, Map.of("OBOX_NODE", "first", "OBOX_WORKERS", "0")));
                Product second = Product.boot(
                        folder.resolve("second"),
                        "simulated",
                        all(key, all(shared(data), Map.of("OBOX_NODE", "second"))))) {
            SettingsApi settings = new SettingsApi(first.admin());
            Api stranger = new Api(second.address());

            settings.change(REGISTRATION, Map.of("open", true, "domains", "example.org"));
            await().atMost(EFFECT)
                    .untilAsserted(() -> assertThat(
                                    stranger.get("/api/auth/registration").body())
                            .contains("\"open\":true", "\"example.org\""));
            settings.change(
                    "io.obox.mail.smtp",
                    Map.of(
                            "host",
                            "127.0.0.1",
                            "port",
                            server.port(),
                            "security",
                            "NONE",
                            "sender",
                            "obox@example.org"));
            Mailing mailing = new Mailing(second.admin());
            await().atMost(EFFECT)
                    .until(() -> second.admin()
                            .get("/api/admin/mails/delivery")
                            .json()
                            .path("ready")
                            .asBoolean());
            mailing.await(mailing.test(), "SENT");
            Result shown = second.shell("obox:settings " + REGISTRATION + " --reset open domains");
            assertThat(shown.output()).contains("open", "default");
            await().atMost(EFFECT)
                    .untilAsserted(() -> assertThat(new Api(first.address())
                                    .get("/api/auth/registration")
                                    .body())
                            .contains("\"open\":false"));
        }
    }

    private static Map<String, String> all(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** On the database and the Redis that the web node runs. */
    private Product worker(Path data, String name) throws Exception {
        return Product.boot(
                folder.resolve(name),
                "simulated",
                all(shared(data), Map.of("OBOX_ROLES", "worker", "OBOX_NODE", name)));
    }

    private static Map<String, String> shared(Path data) throws Exception {
        Properties postgres = read(data.resolve("postgres/obox.properties"));
        Properties redis = read(data.resolve("redis/obox.properties"));
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "DATABASE_URL",
                "postgresql://obox:%s@127.0.0.1:%s/postgres"
                        .formatted(postgres.getProperty("password"), postgres.getProperty("port")));
        environment.put(
                "REDIS_URL",
                "redis://:%s@127.0.0.1:%s".formatted(redis.getProperty("password"), redis.getProperty("port")));
        return environment;
    }

    private static Properties read(Path file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
