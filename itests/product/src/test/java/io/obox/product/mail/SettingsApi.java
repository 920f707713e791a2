package io.obox.product.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** The product's settings for all nodes, as an administrator changes them. */
public record SettingsApi(Api admin) {
    private static final String PATH = "/api/admin/settings/";

    /** Changes values of the version that there is. */
    public JsonNode change(String pid, Map<String, Object> values) throws IOException {
        long version = admin.get(PATH + pid).json().path("version").asLong();
        Answer answer = admin.send(admin.request(PATH + pid)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(new ObjectMapper().writeValueAsString(Map.of("values", values)))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
