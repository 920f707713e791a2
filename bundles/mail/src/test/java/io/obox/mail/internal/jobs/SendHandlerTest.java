package io.obox.mail.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.job.JobState;
import io.obox.mail.Mail;
import io.obox.mail.MailState;
import io.obox.mail.internal.kit.MailKit;
import io.obox.mail.internal.kit.ScriptedSmtp;
import io.obox.mail.internal.kit.ScriptedSmtp.Script;
import io.obox.mail.internal.kit.Settings;
import io.obox.mail.internal.outbox.MailJobs.SendArgs;
import io.obox.mail.internal.smtp.SmtpTransport;
import io.obox.problem.Problem;
import io.obox.queue.internal.kit.Callers;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendHandlerTest {
    private ScriptedSmtp server = new ScriptedSmtp();
    private final SmtpTransport transport = new SmtpTransport(Settings.plain(server.port()));
    private final MailKit kit = new MailKit(transport);

    @AfterEach
    void stop() {
        kit.close();
        server.close();
    }

    private static Problem problem(Mail mail) {
        return Objects.requireNonNull(mail.problem());
    }

    @Test
    void aMailIsSentAndWhatItSaidIsForgotten() {
        UUID id = kit.queue();

        Mail mail = kit.awaitState(id, MailState.SENT);

        assertThat(server.taken()).singleElement().asString().contains(MailKit.SECRET);
        assertThat(mail.sentAt()).isNotNull();
        assertThat(mail.text()).isNull();
        assertThat(mail.links()).isEmpty();
        kit.cluster.awaitState(mail.jobId(), JobState.COMPLETED);
        assertThat(kit.rowsWith(MailKit.SECRET)).isZero();
        assertThat(kit.rowsWith("ann@example.org")).isPositive();
    }

    @Test
    void aMailGoesOutOnlyIfWhatItTellsOfWasCommitted() {
        assertThatThrownBy(() -> kit.transactions.sql(connection -> {
                    kit.queue();
                    throw new IllegalStateException("no account after all");
                }))
                .hasMessage("no account after all");

        assertThat(kit.rowsWith("ann@example.org")).isZero();
        kit.awaitState(kit.queue(), MailState.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aMailThatIsPutOffArrivesLater() {
        server.then(ScriptedSmtp.answering("RCPT", "451 4.7.1 greylisted"))
                .then(ScriptedSmtp.answering("RCPT", "451 4.7.1 greylisted"));

        Mail mail = kit.awaitState(kit.queue(), MailState.SENT);

        assertThat(server.taken()).hasSize(1);
        assertThat(mail.problem()).isNull();
        assertThat(kit.cluster.job(mail.jobId()).attempt()).isEqualTo(3);
    }

    @Test
    void aServerThatIsAwayForAWhileIsNoLoss() {
        server.close();
        UUID id = kit.queue();
        await().untilAsserted(() -> assertThat(kit.mail(id).problem()).isNotNull());
        assertThat(kit.mail(id).text()).contains(MailKit.SECRET);

        server = ScriptedSmtp.at(server.port());
        if (kit.mail(id).state() == MailState.DEAD) {
            kit.mails.retry(Callers.ADMIN, id);
        }

        kit.awaitState(id, MailState.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aMailThatIsRefusedForGoodIsDeadAtOnceAndSaysWhy() {
        server.then(ScriptedSmtp.answering("RCPT", "550 5.1.1 no such mailbox"));

        Mail mail = kit.awaitState(kit.queue(), MailState.DEAD);

        assertThat(problem(mail).detail()).contains("no such mailbox");
        assertThat(kit.cluster.job(mail.jobId()).attempt()).isEqualTo(1);
        assertThat(mail.text()).contains(MailKit.SECRET);
    }

    @Test
    void aMailThatIsNeverTakenIsDeadAfterTheLastAttempt() {
        for (int i = 0; i < 4; i++) {
            server.then(ScriptedSmtp.answering("MAIL", "452 4.3.1 disk full " + i));
        }

        Mail mail = kit.awaitState(kit.queue(), MailState.DEAD);

        assertThat(problem(mail).detail()).contains("disk full 3");
        assertThat(problem(mail).remedy()).isNotNull();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aDeadMailCanBeSentAgain() {
        server.then(ScriptedSmtp.answering("RCPT", "550 5.1.1 no such mailbox"));
        UUID id = kit.queue();
        kit.awaitState(id, MailState.DEAD);

        kit.mails.retry(Callers.ADMIN, id);

        kit.awaitState(id, MailState.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aDeadMailIsSentToBySomebodyWhoBeginsItsJobAgain() {
        server.then(ScriptedSmtp.answering("RCPT", "550 5.1.1 no such mailbox"));
        UUID id = kit.queue();
        Mail dead = kit.awaitState(id, MailState.DEAD);
        kit.cluster.awaitState(dead.jobId(), JobState.DISCARDED);

        kit.node.jobs.retry(Callers.ADMIN, dead.jobId());

        kit.awaitState(id, MailState.SENT);
    }

    @Test
    void aConnectionThatBreaksAmidAMailCostsAnotherAttempt() {
        server.then(ScriptedSmtp.answering("BODY", Script.CUT));

        kit.awaitState(kit.queue(), MailState.SENT);

        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aServerThatIsTooSlowToTakeAMailIsAskedAgain() {
        CountDownLatch forever = new CountDownLatch(1);
        server.then(command -> {
            if (command.equals("DATA")) {
                forever.await();
            }
            return null;
        });

        kit.awaitState(kit.queue(), MailState.SENT);

        assertThat(server.taken()).hasSize(1);
        forever.countDown();
    }

    @Test
    void aMailWhoseTakingNobodyHeardOfComesTwiceAtMostWithTheSameId() {
        server.then(ScriptedSmtp.answering(".", Script.TAKEN_AND_CUT));

        UUID id = kit.queue();
        kit.awaitState(id, MailState.SENT);

        assertThat(server.taken())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).contains("Message-ID: <" + id + "@obox.example.org>"));
    }

    @Test
    void withoutAServerMailsStayInTheOutboxUntilSomebodyHasThemSent() {
        transport.modified(Settings.smtp(25, Map.of("host", "")));
        UUID id = kit.queue();
        Mail mail = kit.awaitState(id, MailState.OUTBOX);
        assertThat(mail.links())
                .extracting(Object::toString)
                .containsExactly("https://obox.example.org/verify?token=" + MailKit.SECRET);
        assertThat(kit.mails.delivers(Callers.ADMIN)).isFalse();

        transport.modified(Settings.plain(server.port()));
        assertThat(kit.mails.delivers(Callers.ADMIN)).isTrue();
        assertThat(kit.mail(id).state()).isEqualTo(MailState.OUTBOX);

        kit.mails.retry(Callers.ADMIN, id);
        kit.awaitState(id, MailState.SENT);
    }

    @Test
    void aMailWhoseJobIsCancelledIsDead() {
        CountDownLatch forever = new CountDownLatch(1);
        server.then(command -> {
            if (command.equals("EHLO")) {
                forever.await();
            }
            return null;
        });
        UUID id = kit.queue();
        await().until(() -> server.commands().contains("EHLO example.org"));

        kit.node.jobs.cancel(Callers.ADMIN, kit.mail(id).jobId());

        Mail mail = kit.awaitState(id, MailState.DEAD);
        assertThat(problem(mail).slug()).isEqualTo("cancelled");
        assertThat(server.taken()).isEmpty();
        forever.countDown();
    }

    @Test
    void whatAFormerJobIsToldLateChangesNothing() {
        transport.modified(Settings.smtp(25, Map.of("host", "")));
        UUID id = kit.queue();
        kit.awaitState(id, MailState.OUTBOX);
        UUID former = kit.table.find(id).orElseThrow().sending();
        server.then(ScriptedSmtp.answering("RCPT", "451 4.7.1 greylisted"));
        transport.modified(Settings.plain(server.port()));
        server.close();
        kit.mails.retry(Callers.ADMIN, id);

        kit.handler.ended(new SendArgs(id, former), JobState.COMPLETED, null);

        assertThat(kit.mail(id).state()).isNotEqualTo(MailState.SENT);
    }
}
