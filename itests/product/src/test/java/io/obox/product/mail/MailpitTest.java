package io.obox.product.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Api;
import io.obox.product.access.Product;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class MailpitTest {
    private static final String EMAIL = "ann@example.org";
    private static final String PASSWORD = "a harbour, a kettle, nine";
    private static final Pattern TOKEN = Pattern.compile("https://obox\\.example\\.org/verify[?#]token=([\\w-]+)");

    @TempDir
    Path folder;

    @Test
    void whoRegistersFollowsTheLinkInAMailThatARealMailServerTook() throws Exception {
        try (Mailpit mailpit = new Mailpit(folder);
                Product product = Product.boot(folder.resolve("data"), "simulated", Map.of())) {
            SettingsApi settings = new SettingsApi(product.admin());
            settings.change("io.obox.auth.registration", Map.of("open", true));
            settings.change("io.obox.mail", Map.of("publicUrl", "https://obox.example.org"));
            settings.change(
                    "io.obox.mail.smtp",
                    Map.of(
                            "host",
                            "127.0.0.1",
                            "port",
                            mailpit.port(),
                            "security",
                            "NONE",
                            "sender",
                            "obox@example.org"));
            new Mailing(product.admin()).awaitServer();
            Api ann = new Api(product.address());

            assertThat(ann.post(
                                    "/api/auth/register",
                                    Map.of("email", EMAIL, "password", PASSWORD, "name", "Ann", "locale", "fr"))
                            .status())
                    .isEqualTo(202);
            JsonNode mail = mailpit.awaitMail(EMAIL);

            assertThat(mail.path("Subject").asText()).isEqualTo("Confirmez votre adresse e-mail");
            assertThat(mail.at("/From/Address").asText()).isEqualTo("obox@example.org");
            String token = TOKEN.matcher(mail.path("Text").asText())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(mail.path("Text").asText()));
            assertThat(mail.path("HTML").asText()).contains(token);
            assertThat(ann.post("/api/auth/verify", Map.of("token", token)).status())
                    .isEqualTo(204);
            assertThat(ann.login(EMAIL, PASSWORD).json().path("state").asText()).isEqualTo("ACTIVE");
        }
    }
}
