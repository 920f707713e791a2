package io.obox.mail.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.mail.Mail;
import io.obox.mail.MailEvents;
import io.obox.mail.MailFilter;
import io.obox.mail.MailState;
import io.obox.mail.internal.kit.MailKit;
import io.obox.mail.internal.words.TestTemplate;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServiceTest {
    private static final Caller ANN = Callers.user(new UUID(3, 3));

    private final MailKit kit = new MailKit();

    @AfterEach
    void close() {
        kit.close();
    }

    private static void refused(String slug, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo(slug));
    }

    private UUID to(String email) {
        return kit.mails.queue(MailKit.request(email));
    }

    private Page<Mail> list(MailFilter filter, PageRequest page) {
        return kit.mails.list(Callers.ADMIN, filter, page);
    }

    @Test
    void onlyAdministratorsSeeMails() {
        UUID id = kit.queue();

        refused("forbidden", () -> kit.mails.list(ANN, MailFilter.ANY, PageRequest.first()));
        refused("forbidden", () -> kit.mails.delivers(ANN));
        refused("forbidden", () -> kit.mails.test(ANN));
        refused("not-found", () -> kit.mails.get(ANN, id));
        refused("not-found", () -> kit.mails.retry(ANN, id));
        refused("not-found", () -> kit.mails.get(Callers.ADMIN, UUID.randomUUID()));
        assertThat(kit.node.jobs.list(ANN, JobFilter.ANY, PageRequest.first()).items())
                .isEmpty();
    }

    @Test
    void aMailShowsWhatItSaysAndAListDoesNot() {
        UUID id = kit.queue();

        Mail mail = kit.awaitState(id, MailState.OUTBOX);

        assertThat(mail.subject()).isEqualTo("Welcome, Ann");
        assertThat(mail.text()).startsWith("Hello Ann,").contains(MailKit.SECRET);
        assertThat(mail.html()).contains(MailKit.SECRET);
        assertThat(list(MailFilter.ANY, PageRequest.first()).items())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.text()).isNull();
                    assertThat(listed.links()).isEmpty();
                    assertThat(listed.to()).isEqualTo("ann@example.org");
                });
        assertThat(mail).asString().doesNotContain(MailKit.SECRET);
    }

    @Test
    void mailsAreListedNewestFirstPageByPage() {
        List<UUID> ids =
                Stream.of("a@x.org", "b@x.org", "c@x.org").map(this::to).toList();

        Page<Mail> first = list(MailFilter.ANY, new PageRequest(2, null));
        Page<Mail> second = list(MailFilter.ANY, new PageRequest(2, first.nextCursor()));

        assertThat(first.items()).extracting(Mail::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.items()).extracting(Mail::id).containsExactly(ids.get(0));
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void mailsAreFoundByStateAndAddress() {
        UUID bob = to("Bob@example.org");
        to("carl@example.org");
        kit.awaitState(bob, MailState.OUTBOX);

        assertThat(list(MailFilter.builder().to("bob@").build(), PageRequest.first())
                        .items())
                .extracting(Mail::id)
                .containsExactly(bob);
        assertThat(list(MailFilter.builder().to("bob").state(MailState.OUTBOX).build(), PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(list(MailFilter.builder().state(MailState.SENT).build(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void aTestMailSpeaksTheLanguageOfWhoeverAsksForIt() {
        Job job = kit.mails.test(Callers.ADMIN);

        Mail mail = kit.awaitState(job.subject().id(), MailState.OUTBOX);
        assertThat(mail.template()).isEqualTo(TestTemplate.ID);
        assertThat(mail.to()).isEqualTo("somebody@test");
        assertThat(mail.text()).startsWith("Bonjour somebody@test,");
        assertThat(mail.links()).extracting(Object::toString).containsExactly("https://obox.example.org/");
    }

    @Test
    void onlyWhatIsInTheOutboxOrDeadIsSentAgain() {
        UUID id = kit.queue();
        kit.awaitState(id, MailState.OUTBOX);
        kit.table.sent(id);

        refused("state-conflict", () -> kit.mails.retry(Callers.ADMIN, id));
        assertThat(kit.cluster.number("select count(*) from job where subject_id = ?", id))
                .isOne();
    }

    @Test
    void agedMailsAreDeletedTheUnsentOnesAfterTheirOwnTime() {
        UUID sent = kit.queue();
        UUID unsent = kit.queue();
        kit.awaitState(sent, MailState.OUTBOX);
        kit.awaitState(unsent, MailState.OUTBOX);
        kit.table.sent(sent);
        kit.cluster.execute("update mail set created_at = now() - interval '8 days'");

        assertThat(new AgedMails(kit.table, 30, 0).deleteAged(10)).isZero();
        assertThat(new AgedMails(kit.table, 30, 7).deleteAged(10)).isOne();
        assertThat(kit.table.find(unsent)).isEmpty();
        assertThat(new AgedMails(kit.table, 7, 7).deleteAged(10)).isOne();
        assertThat(kit.table.find(sent)).isEmpty();
    }

    @Test
    void administratorsAreToldOfEachChangeAfterItsCommit() {
        List<Change<?>> told = new CopyOnWriteArrayList<>();
        MailTable table = new MailTable(kit.transactions, told::add);
        UUID id = kit.queue();
        kit.awaitState(id, MailState.OUTBOX);

        kit.transactions.sql(connection -> {
            table.sent(id);
            assertThat(told).isEmpty();
            return id;
        });

        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.topic()).isEqualTo(MailEvents.TOPIC);
            assertThat(change.audience()).isEqualTo(Audience.administrators());
            assertThat(change.values()).containsEntry("state", "SENT");
        });
    }
}
