package io.obox.product.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.product.access.Product;
import io.obox.product.mail.MailServer;
import io.obox.product.mail.Mailing;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
final class KilledSendingTest {
    @TempDir
    Path folder;

    /** One before the server has taken the mail, and one after that, of which nobody was told. */
    @Test
    void mailsOfAKilledProcessArriveAndAtMostOneTwice() throws Exception {
        try (MailServer server = new MailServer();
                Product product = Product.boot(folder.resolve("data"), "simulated", Mailing.to(server))) {
            Mailing before = new Mailing(product.admin());
            server.fallSilent("DATA");
            String first = before.test();
            await().atMost(Duration.ofMinutes(1)).until(() -> server.told("DATA") == 1);
            server.fallSilent(".");
            String second = before.test();
            await().atMost(Duration.ofMinutes(1)).until(() -> server.told(".") == 1);

            ProcessHandle process = product.process();
            process.destroyForcibly();
            process.onExit().get();
            server.release();
            product.start();

            Mailing after = new Mailing(product.admin());
            after.await(first, "SENT");
            after.await(second, "SENT");
            assertThat(copies(server, first)).isOne();
            assertThat(copies(server, second)).isBetween(1L, 2L);
        }
    }

    private static long copies(MailServer server, String id) {
        return server.taken().stream()
                .filter(mail -> mail.contains("<" + id + "@"))
                .count();
    }
}
