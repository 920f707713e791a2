package io.obox.mail.internal.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.obox.mail.DeliveryException;
import io.obox.mail.internal.kit.ScriptedSmtp;
import io.obox.mail.internal.kit.Sent;
import io.obox.mail.internal.kit.Settings;
import io.obox.mail.internal.kit.TestCertificate;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate others;

    private @Nullable ScriptedSmtp server;

    @BeforeAll
    static void makeCertificates() {
        ours = TestCertificate.of("localhost", folder);
        others = TestCertificate.of("mail.example.org", folder);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private ScriptedSmtp server(@Nullable TestCertificate certificate) {
        ScriptedSmtp started = new ScriptedSmtp(certificate == null ? null : certificate.server());
        server = started;
        return started;
    }

    private static SmtpTransport trusting(int port, TestCertificate trusted) {
        return new SmtpTransport(
                Settings.smtp(port, Map.of("certificates", trusted.file().toString(), "answerSeconds", 5)));
    }

    private static DeliveryException failure(SmtpTransport transport) {
        return catchThrowableOfType(DeliveryException.class, () -> transport.send(Sent.to("Ann", "Hello")));
    }

    @Test
    void aMailGoesOutEncryptedToAServerThatIsTrusted() throws Exception {
        ScriptedSmtp smtp = server(ours);

        trusting(smtp.port(), ours).send(Sent.to("Ann", "Hello"));

        assertThat(smtp.taken()).hasSize(1);
        assertThat(smtp.commands()).startsWith("EHLO example.org", "STARTTLS", "EHLO example.org");
    }

    @Test
    void aServerWithACertificateThatNobodyTrustsGetsNothing() {
        ScriptedSmtp smtp = server(ours);

        DeliveryException failure = failure(new SmtpTransport(Settings.smtp(smtp.port(), Map.of())));

        assertThat(failure.problem().slug()).isEqualTo("mail-server-not-trusted");
        assertThat(failure.permanent()).isFalse();
        assertThat(smtp.commands()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }

    @Test
    void aServerWithTheCertificateOfAnotherGetsNothing() {
        ScriptedSmtp smtp = server(others);

        assertThat(failure(trusting(smtp.port(), others)).problem().slug()).isEqualTo("mail-server-not-trusted");
        assertThat(smtp.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void aServerThatCantEncryptGetsNothing() {
        ScriptedSmtp smtp = server(null);

        DeliveryException failure = failure(trusting(smtp.port(), ours));

        assertThat(failure.problem().detail()).contains("offers no STARTTLS");
        assertThat(smtp.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void encryptionFromTheBeginningChecksTheCertificateToo() {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        mailbox.start();
        try {
            Map<String, Object> said = Map.of("security", "TLS", "answerSeconds", 5);
            DeliveryException failure =
                    failure(new SmtpTransport(Settings.smtp(mailbox.getSmtps().getPort(), said)));

            assertThat(failure.problem().slug()).isEqualTo("mail-server-not-trusted");
            assertThat(mailbox.getReceivedMessages()).isEmpty();
        } finally {
            mailbox.stop();
        }
    }

    @Test
    void aRefusedLoginIsToldAndTriedAgainLater() {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        try {
            mailbox.setUser("obox@example.org", "obox", "right");
            int port = mailbox.getSmtp().getPort();
            Map<String, Object> wrong = Map.of("security", "NONE", "user", "obox", "password", "wrong");
            Map<String, Object> right = Map.of("security", "NONE", "user", "obox", "password", "right");

            DeliveryException failure = failure(new SmtpTransport(Settings.smtp(port, wrong)));

            assertThat(failure.problem().slug()).isEqualTo("mail-login-refused");
            assertThat(failure.permanent()).isFalse();
            assertThat(failure).hasMessageNotContaining("wrong");
            assertThat(failure(new SmtpTransport(Settings.smtp(port, right)))).isNull();
        } finally {
            mailbox.stop();
        }
    }
}
