package io.obox.product.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk on which all data lies is filled to the last byte. */
@Tag("product")
final class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int VMS = 60;

    @TempDir
    Path folder;

    @Test
    void writesAreRefusedInWordsUntilThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder)) {
            Api api = disk.api();
            Machines machines = new Machines(api);
            assertThat(machines.create("before").status()).isEqualTo(202);

            disk.fill();

            awaitFull(api);
            Answer refused = await("a write is refused")
                    .atMost(PATIENCE)
                    .until(() -> machines.create("n" + System.nanoTime()), a -> a.status() != 202);
            assertThat(refused.status()).as(refused.body()).isIn(503, 507);
            assertThat(refused.json().path("type").asText())
                    .isIn("urn:obox:problem:storage-full", "urn:obox:problem:unavailable");

            disk.makeRoom();

            awaitReady(api);
            await("a write")
                    .atMost(PATIENCE)
                    .until(() -> machines.create("after").status() == 202);
        }
    }

    @Test
    void whatIsDoneToManyWaitsUntilThereIsRoomAgainAndEndsForEach() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder)) {
            Api api = disk.api();
            Machines machines = new Machines(api);
            Answer asked = machines.create("many-{n}", Map.of("count", VMS));
            assertThat(asked.status()).as(asked.body()).isEqualTo(202);
            machines.awaitJob(asked.json().path("id").asText(), "COMPLETED");
            Answer stop = api.post("/api/vms/actions", Map.of("action", "stop", "q", "state:any"));
            String job = stop.json().path("id").asText();
            await("some are stopped")
                    .atMost(PATIENCE)
                    .until(() -> result(api, job).path("done").asInt() > VMS / 10);

            disk.fill();
            awaitFull(api);
            disk.makeRoom();
            awaitReady(api);

            machines.awaitJob(job, "COMPLETED");
            JsonNode result = result(api, job);
            assertThat(result.path("done").asInt() + result.path("failed").asInt())
                    .as(result.toString())
                    .isEqualTo(VMS);
            if (result.path("failed").asInt() > 0) {
                assertThat(api.post("/api/jobs/" + job + "/parts/retry", Map.of())
                                .status())
                        .isEqualTo(200);
            }
            await("all are stopped")
                    .atMost(PATIENCE)
                    .until(() -> result(api, job).path("done").asInt() == VMS);
            assertThat(api.get("/api/vms?limit=1&count=true&q=state:stopped")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(VMS);
        }
    }

    private static JsonNode result(Api api, String job) {
        return api.get("/api/jobs/" + job).json().path("result");
    }

    private static void awaitFull(Api api) {
        Answer ready = await("not ready").atMost(PATIENCE).until(() -> api.get("/readyz"), a -> a.status() == 503);
        assertThat(ready.body()).contains("The disk is full");
    }

    private static void awaitReady(Api api) {
        await("ready again").atMost(PATIENCE).until(() -> api.get("/readyz").status() == 200);
    }
}
