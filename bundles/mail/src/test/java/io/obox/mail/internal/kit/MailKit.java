package io.obox.mail.internal.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.job.RetryPolicy;
import io.obox.mail.Mail;
import io.obox.mail.MailRequest;
import io.obox.mail.MailState;
import io.obox.mail.MailTransport;
import io.obox.mail.internal.jobs.SendHandler;
import io.obox.mail.internal.outbox.MailService;
import io.obox.mail.internal.outbox.MailTable;
import io.obox.mail.internal.outbox.Transports;
import io.obox.mail.internal.words.Site;
import io.obox.mail.internal.words.Templates;
import io.obox.mail.internal.words.TestTemplate;
import io.obox.persistence.Transactions;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mail bundle of a node, with a real queue and a real database. */
public final class MailKit implements AutoCloseable {
    /** What stands in the links of mails, and must stand nowhere else. */
    public static final String SECRET = "canary-5f2b";

    private static final RetryPolicy HURRY = new RetryPolicy(4, Duration.ofMillis(20), Duration.ofMillis(300));

    public final Cluster cluster = Cluster.withoutRedis();
    public final Transactions transactions = cluster.database.bundle("io.obox.mail", MailTable.class, List.of());
    public final MailTable table = new MailTable(transactions);
    public final Node node = cluster.node("one", 4);
    public final SendHandler handler;
    public final MailService mails;

    public MailKit(MailTransport... transports) {
        Site site = new Site("https://obox.example.org");
        Templates templates = new Templates(
                site, List.of(new TestTemplate(), new Letters()), (template, language) -> Optional.empty());
        Transports ways = new Transports(List.of(transports));
        handler = new SendHandler(table, ways, site, HURRY);
        mails = new MailService(transactions, table, templates, ways, site, node.jobs, new Frenchman());
        node.handle(handler);
    }

    /** A mail with a secret in it. */
    public static MailRequest request(String email) {
        return MailRequest.builder(Letters.ID, email)
                .name("Ann")
                .text("who", "Ann")
                .link("link", URI.create("/verify?token=" + SECRET))
                .instant("until", Instant.parse("2026-11-26T16:10:00Z"))
                .build();
    }

    public UUID queue() {
        return mails.queue(request("ann@example.org"));
    }

    public Mail mail(UUID id) {
        return mails.get(Callers.ADMIN, id);
    }

    public Mail awaitState(UUID id, MailState state) {
        await().untilAsserted(() -> assertThat(mail(id).state()).isEqualTo(state));
        return mail(id);
    }

    /** In how many rows of mails and jobs this stands. */
    public long rowsWith(String text) {
        return cluster.number("""
            select (select count(*) from mail where mail::text like ?) + (select count(*) from job where job::text like ?)
                + (select count(*) from job_log where job_log::text like ?)\
            """, "%" + text + "%", "%" + text + "%", "%" + text + "%");
    }

    @Override
    public void close() {
        cluster.close();
    }
}
