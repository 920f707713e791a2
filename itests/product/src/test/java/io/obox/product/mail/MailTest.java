package io.obox.product.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.obox.product.access.Product;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("product")
final class MailTest {
    @TempDir
    Path folder;

    /** In the framework Jakarta Mail finds its parts in another way than on a class path, and dates need the runtime's languages. */
    @Test
    void aMailWaitsInTheOutboxUntilAServerIsSetUpWhileItRuns() throws IOException {
        try (MailServer server = new MailServer();
                Product product = Product.boot(
                        folder.resolve("data"), "simulated", Map.of("OBOX_PUBLIC_URL", "https://obox.example.org"))) {
            product.admin()
                    .send(product.admin()
                            .request("/api/profile")
                            .header("Content-Type", "application/merge-patch+json")
                            .header("If-Match", "*")
                            .method("PATCH", BodyPublishers.ofString("{\"locale\":\"fr\"}")));
            Mailing mailing = new Mailing(product.admin());
            String id = mailing.test();
            JsonNode waiting = mailing.await(id, "OUTBOX");
            assertThat(waiting.path("text").asText())
                    .containsPattern("demandé le \\d+ \\p{L}+ \\d{4}")
                    .contains("https://obox.example.org/");

            Files.writeString(product.data().resolve("conf/io.obox.mail.smtp.cfg"), """
                host = localhost
                port = %d
                security = NONE
                sender = obox@example.org
                """.formatted(server.port()));
            mailing.awaitServer();
            mailing.retry(id);

            assertThat(mailing.await(id, "SENT").path("text").isNull()).isTrue();
            assertThat(server.taken())
                    .singleElement()
                    .asString()
                    .contains("multipart/alternative", "Content-Language: fr", "To: " + Product.EMAIL);
        }
    }
}
