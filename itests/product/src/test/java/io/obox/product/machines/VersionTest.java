package io.obox.product.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever knows a version is not sent it again, and changes no other. */
@Tag("product")
final class VersionTest {
    @TempDir
    static Path folder;

    private static Product product;
    private static Api api;

    @BeforeAll
    static void boot() {
        product = Product.simulated(folder.resolve("data"));
        api = product.admin();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void everyObjectIsTaggedAndNotSentTwice() {
        JsonNode job = running("tagged");
        String host = api.get("/api/hosts").json().at("/items/0/id").asText();
        List<String> paths = List.of(
                "/api/vms/" + job.at("/subject/id").asText(),
                "/api/jobs/" + job.path("id").asText(),
                "/api/images/" + new Machines(api).image(),
                "/api/hosts/" + host,
                "/api/auth/me",
                "/api/profile",
                "/api/admin/users/" + api.get("/api/auth/me").json().path("id").asText());

        for (String path : paths) {
            String tag = tag(api.get(path));
            assertThat(conditional(path, "If-None-Match", tag).status())
                    .as(path)
                    .isEqualTo(304);
            assertThat(conditional(path, "If-None-Match", "garbage").status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void aJobIsSentAgainWheneverItHasMoved() {
        String path = new Machines(api)
                .create("moving")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String begun = tag(api.get(path));

        new Machines(api).awaitJob(path.substring("/api/jobs/".length()), "COMPLETED");

        assertThat(conditional(path, "If-None-Match", begun).status()).isEqualTo(200);
    }

    @Test
    void neitherPowerNorDeletionReachesAnotherVersion() {
        String path = "/api/vms/" + running("precious").at("/subject/id").asText();
        String tag = tag(api.get(path));
        HttpRequest.Builder stop = api.request(path + "/actions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"stop\"}"));

        assertThat(api.send(stop.copy().header("If-Match", "\"1\"")).status()).isEqualTo(412);
        assertThat(api.send(api.request(path).DELETE().header("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(tag(api.get(path))).isEqualTo(tag);
        Answer deletion = api.send(api.request(path).DELETE().header("If-Match", tag));
        assertThat(deletion.status()).as(deletion.body()).isEqualTo(202);
        assertThat(deletion.headers().firstValue("Location"))
                .hasValue("/api/jobs/" + deletion.json().path("id").asText());
    }

    private static JsonNode running(String name) {
        Machines machines = new Machines(api);
        JsonNode job = machines.accepted(name);
        machines.awaitJob(job.path("id").asText(), "COMPLETED");
        return job;
    }

    private static String tag(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static Answer conditional(String path, String header, String tag) {
        return api.send(api.request(path).header(header, tag));
    }
}
