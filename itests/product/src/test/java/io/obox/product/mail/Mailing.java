package io.obox.product.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Api.Answer;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The product's mails as an administrator sees them. */
public record Mailing(Api admin) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Settings by which the product writes to a server on this machine. */
    public static Map<String, String> to(MailServer server) {
        return Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                "" + server.port(),
                "SMTP_SECURITY",
                "NONE",
                "SMTP_SENDER",
                "obox@example.org",
                "OBOX_PUBLIC_URL",
                "https://obox.example.org");
    }

    /** Asks for a test mail: its id. */
    public String test() {
        return id(admin.post("/api/admin/mails/test", Map.of()));
    }

    /** Has it sent again. */
    public void retry(String id) {
        id(admin.post("/api/admin/mails/" + id + "/retry", Map.of()));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().at("/subject/id").asText();
    }

    /** The mail, as soon as it is in this state. */
    public JsonNode await(String id, String state) {
        JsonNode[] mail = new JsonNode[1];
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            mail[0] = admin.get("/api/admin/mails/" + id).json();
            assertThat(mail[0].path("state").asText()).as(mail[0].toString()).isEqualTo(state);
        });
        return mail[0];
    }

    /** Waits until the product has a mail server. */
    public void awaitServer() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> admin.get("/api/admin/mails/delivery")
                        .json()
                        .path("ready")
                        .asBoolean());
    }
}
