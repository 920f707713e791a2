package io.obox.mail.internal.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.obox.mail.DeliveryException;
import io.obox.mail.internal.kit.ScriptedSmtp;
import io.obox.mail.internal.kit.ScriptedSmtp.Script;
import io.obox.mail.internal.kit.Sent;
import io.obox.mail.internal.kit.Settings;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {
    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void stop() {
        server.close();
    }

    private SmtpTransport transport() {
        return new SmtpTransport(Settings.plain(server.port()));
    }

    private DeliveryException failure() {
        return catchThrowableOfType(DeliveryException.class, () -> transport().send(Sent.to("Ann", "Hello")));
    }

    @Test
    void aMailArrivesAsTextAndAsHtmlWithItsOwnId() throws Exception {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        try {
            Sent mail = Sent.to("Zoë Ångström", "Bienvenue à bord ✓");
            new SmtpTransport(Settings.plain(mailbox.getSmtp().getPort())).send(mail);

            MimeMessage arrived = mailbox.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo("Bienvenue à bord ✓");
            assertThat(arrived.getMessageID()).isEqualTo("<" + mail.messageId() + ">");
            assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(((InternetAddress) arrived.getAllRecipients()[0]).getPersonal())
                    .isEqualTo("Zoë Ångström");
            assertThat(arrived.getFrom()[0]).hasToString("OBox <obox@example.org>");
            MimeMultipart parts = (MimeMultipart) arrived.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("Hello.");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        } finally {
            mailbox.stop();
        }
    }

    @Test
    void theServerIsGreetedWithTheDomainOfTheSender() throws Exception {
        transport().send(Sent.to("Ann", "Hello"));

        assertThat(server.commands()).contains("EHLO example.org", "MAIL FROM:<obox@example.org>");
    }

    @Test
    void nothingInANameOrASubjectBeginsAHeader() throws Exception {
        transport().send(Sent.to("Ann\r\nBcc: eve@example.org", "Hello\r\nBcc: eve@example.org\r\n\r\nBuy"));

        assertThat(server.commands().stream().filter(line -> line.startsWith("RCPT")))
                .containsExactly("RCPT TO:<ann@example.org>");
        assertThat(server.taken().getFirst().lines().takeWhile(line -> !line.isEmpty()))
                .noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void whatIsRefusedForGoodIsPermanentAndSaysWhy() {
        server.then(ScriptedSmtp.answering("RCPT", "550 5.1.1 no such mailbox"));

        DeliveryException failure = failure();

        assertThat(failure.permanent()).isTrue();
        assertThat(failure.problem().slug()).isEqualTo("mail-refused");
        assertThat(failure.problem().detail()).contains("no such mailbox", "localhost:" + server.port());
    }

    @Test
    void whatIsPutOffMayBeTriedAgain() {
        server.then(ScriptedSmtp.answering("RCPT", "451 4.7.1 greylisted, come back later"));

        DeliveryException failure = failure();

        assertThat(failure.permanent()).isFalse();
        assertThat(failure.problem().slug()).isEqualTo("mail-deferred");
        assertThat(failure.problem().detail()).contains("greylisted");
    }

    @Test
    void theTextOfAMailMayBeRefusedForGoodToo() {
        server.then(ScriptedSmtp.answering(".", "554 5.7.1 spam: https://obox.example.org/verify?token=secret"));

        DeliveryException failure = failure();

        assertThat(failure.permanent()).isTrue();
        assertThat(failure.problem().detail()).contains("554 5.7.1 spam").doesNotContain("secret");
        assertThat(failure).hasMessageNotContaining("secret");
    }

    @Test
    void aServerThatIsNotThereMayComeBack() {
        server.close();

        assertThat(failure().permanent()).isFalse();
        assertThat(failure().problem().detail()).contains("could not be reached");
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForForever() {
        server.then(command -> {
            if (command.equals(".")) {
                Thread.sleep(5000);
            }
            return null;
        });

        assertThat(failure().problem().detail()).contains("did not answer in time");
        assertThat(failure()).isNull();
    }

    @Test
    void aSendingThatIsToldToStopDoesNotWaitForTheServer() throws Exception {
        CountDownLatch forever = new CountDownLatch(1);
        server.then(command -> {
            forever.await();
            return null;
        });
        SmtpTransport patient =
                new SmtpTransport(Settings.smtp(server.port(), Map.of("security", "NONE", "answerSeconds", 600)));
        FutureTask<Throwable> sending =
                new FutureTask<>(() -> catchThrowable(() -> patient.send(Sent.to("Ann", "Hello"))));
        Thread thread = Thread.ofPlatform().start(sending);
        await().until(() -> server.greeted() > 0);

        thread.interrupt();

        assertThat(sending.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
        forever.countDown();
    }

    @Test
    void aConnectionThatBreaksAmidAMailIsNoDelivery() {
        server.then(ScriptedSmtp.answering("BODY", Script.CUT));

        DeliveryException failure = failure();

        assertThat(failure.permanent()).isFalse();
        assertThat(failure.problem().slug()).isEqualTo("mail-server-unreachable");
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void whatTheServerDoesAfterItHasTakenTheMailIsNoMatter() {
        server.then(ScriptedSmtp.answering("QUIT", Script.CUT));

        assertThat(failure()).isNull();
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anotherMachineIsNotWrittenToWithoutEncryptionUnlessThatIsAllowed() {
        Map<String, Object> remote = Map.of("host", "mail.example.org", "security", "NONE");

        assertThat(new SmtpTransport(Settings.smtp(25, remote)).ready()).isFalse();
        assertThat(new SmtpTransport(Settings.smtp(
                                25, Map.of("host", "mail.example.org", "security", "NONE", "plain", true)))
                        .ready())
                .isTrue();
    }

    @Test
    void withoutASenderOrAServerThereIsNoWayOut() {
        assertThat(new SmtpTransport(Settings.smtp(25, Map.of("host", ""))).ready())
                .isFalse();
        assertThat(new SmtpTransport(Settings.smtp(25, Map.of("sender", "nobody"))).ready())
                .isFalse();
        assertThat(new SmtpTransport(Settings.smtp(25, Map.of("security", "SOME"))).ready())
                .isFalse();
    }

    @Test
    void otherSettingsTakeEffectWithTheNextMail() throws Exception {
        SmtpTransport transport = new SmtpTransport(Settings.smtp(25, Map.of("host", "")));

        transport.modified(Settings.plain(server.port()));
        transport.send(Sent.to("Ann", "Hello"));

        assertThat(server.taken()).hasSize(1);
    }
}
