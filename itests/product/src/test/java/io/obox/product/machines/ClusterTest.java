package io.obox.product.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** On the database and the Redis that the web node runs. */
    private Product worker(Path data, String name) throws Exception {
        Properties postgres = read(data.resolve("postgres/obox.properties"));
        Properties redis = read(data.resolve("redis/obox.properties"));
        Map<String, String> environment = new HashMap<>();
        environment.put("OBOX_ROLES", "worker");
        environment.put("OBOX_NODE", name);
        environment.put(
                "DATABASE_URL",
                "postgresql://obox:%s@127.0.0.1:%s/postgres"
                        .formatted(postgres.getProperty("password"), postgres.getProperty("port")));
        environment.put(
                "REDIS_URL",
                "redis://:%s@127.0.0.1:%s".formatted(redis.getProperty("password"), redis.getProperty("port")));
        return Product.boot(folder.resolve(name), "simulated", environment);
    }

    private static Properties read(Path file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
