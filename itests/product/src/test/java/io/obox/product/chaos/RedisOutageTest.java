package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class RedisOutageTest {
    private static final int VMS = 6;

    @TempDir
    Path folder;

    @Test
    void workGoesOnWhileRedisStandsStillAndNothingIsDoneTwiceWhenItIsBack() throws Exception {
        Path data = folder.resolve("data");
        try (Product product = Product.boot(data, "simulated", Map.of("OBOX_SIMULATED_CREATE_MILLIS", "200"))) {
            Machines machines = new Machines(product.admin());
            List<JsonNode> jobs = new ArrayList<>();
            ProcessHandle redis = Product.process(data.resolve("redis/redis.pid"));
            signal(redis, "STOP");
            try {
                for (int i = 0; i < VMS; i++) {
                    jobs.add(machines.accepted("without-redis-" + i));
                }
                awaitAll(machines, jobs);
            } finally {
                signal(redis, "CONT");
            }
            jobs.add(machines.accepted("with-redis-again"));
            awaitAll(machines, jobs);
            assertDoneOnce(machines, jobs, data);
        }
    }

    @Test
    void redisMayDieWithAllItKnew() throws Exception {
        Path data = folder.resolve("data");
        try (Product product = Product.simulated(data)) {
            Machines machines = new Machines(product.admin());
            List<JsonNode> jobs = new ArrayList<>();
            for (int i = 0; i < VMS; i++) {
                jobs.add(machines.accepted("redis-dies-" + i));
            }
            signal(Product.process(data.resolve("redis/redis.pid")), "KILL");
            jobs.add(machines.accepted("after-its-death"));

            awaitAll(machines, jobs);
            assertDoneOnce(machines, jobs, data);
        }
    }

    private static void awaitAll(Machines machines, List<JsonNode> jobs) {
        jobs.forEach(job -> machines.awaitJob(job.path("id").asText(), "COMPLETED"));
    }

    /** A job that was begun twice would have counted a second attempt, or made a second guest. */
    private static void assertDoneOnce(Machines machines, List<JsonNode> jobs, Path data) {
        for (JsonNode job : jobs) {
            JsonNode done =
                    machines.api().get("/api/jobs/" + job.path("id").asText()).json();
            assertThat(done.path("attempt").asInt()).as(done.toString()).isEqualTo(1);
        }
        assertThat(Machines.guests(data)).hasSameSizeAs(jobs).doesNotHaveDuplicates();
    }

    private static void signal(ProcessHandle process, String name) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, "" + process.pid())
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
