package io.obox.product.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resources are what OBox 0.1.0 had in its database and on its simulated host when it was stopped. */
@Tag("product")
final class FirstReleaseTest {
    private static final String RUNS = "01a21749-3409-7127-b7d2-9eecec8e84f7";
    private static final String STOPPED = "01a21749-352f-77c1-a89b-296aa72506c8";

    @TempDir
    Path folder;

    private SharedServers servers;

    @BeforeEach
    void leaveWhatTheFirstReleaseLeft() throws Exception {
        servers = new SharedServers(folder.resolve("servers"));
        try (Connection connection = servers.database().getConnection();
                Statement statement = connection.createStatement();
                InputStream script = resource("database.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        Path host = Files.createDirectories(folder.resolve("data/simulated/simulated"));
        for (String vm : List.of(RUNS, STOPPED)) {
            try (InputStream guest = resource("guests/" + vm + ".json")) {
                Files.copy(guest, host.resolve(vm + ".json"));
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        servers.close();
    }

    @Test
    void peopleFindTheirVmsAndJobsAndGoOn() throws Exception {
        try (Product product = Product.boot(folder.resolve("data"), "simulated", servers.settings())) {
            Api admin = product.admin();
            Machines machines = new Machines(admin);

            machines.awaitVm(STOPPED, "STOPPED");
            JsonNode runs = machines.awaitVm(RUNS, "RUNNING");
            assertThat(runs.path("name").asText()).isEqualTo("runs");
            assertThat(runs.path("memoryMib").asInt()).isEqualTo(512);
            assertThat(runs.path("diskGib").asInt()).isEqualTo(3);
            assertThat(runs.at("/tags/0").asText()).isEqualTo("prod");
            assertThat(admin.get("/api/vms").json().path("items")).hasSize(2);
            assertThat(items(admin.get("/api/jobs"))
                            .map(job -> job.path("state").asText()))
                    .hasSize(5)
                    .containsOnly("COMPLETED");
            assertThat(admin.get("/api/hosts").json().path("items")).hasSize(1);

            admin.post("/api/vms/" + STOPPED + "/actions", Map.of("action", "start"));
            machines.awaitVm(STOPPED, "RUNNING");
            machines.awaitVm(machines.accepted("newer").at("/subject/id").asText(), "RUNNING");
            admin.delete("/api/vms/" + RUNS);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> admin.get("/api/vms/" + RUNS).status() == 404);
        }
    }

    private static Stream<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FirstReleaseTest.class.getResourceAsStream("/release-0.1.0/" + name), name);
    }
}
