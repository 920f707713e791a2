package io.obox.mail.internal.outbox;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.mail.MailEvents;
import io.obox.mail.MailFilter;
import io.obox.mail.MailState;
import io.obox.mail.internal.words.Draft;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The table of mails. Each change names the states in which it may happen, and the sending that it belongs to: what a job finds out when
 * the mail is another one's counts no more, save that it has been sent.
 */
@Component(service = MailTable.class)
public final class MailTable {
    private final Transactions transactions;
    private final MailJson json = new MailJson();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** On the bundle's own table. */
    @Activate
    public MailTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Tells these. */
    MailTable(Transactions transactions, Events events) {
        this(transactions);
        this.events = events;
    }

    void add(UUID id, UUID sending, UUID jobId, Draft draft, Instant now) {
        write(
                id,
                MailState.QUEUED,
                MailSql.ADD,
                id,
                sending,
                jobId,
                draft.template(),
                draft.email(),
                draft.name(),
                draft.language(),
                draft.subject(),
                draft.content() == null ? null : json.write(draft.content()),
                now);
    }

    /** The mail with this id, with all that is known of it. */
    public Optional<MailRow> find(UUID id) {
        return transactions.sql(connection -> MailSql.FIND.first(connection, MailSql.reader(json), id));
    }

    /** Mails without what they say, newest first. */
    List<MailRow> page(MailFilter filter, @Nullable UUID before, int limit) {
        String state = filter.state() == null ? null : filter.state().name();
        return transactions.sql(connection -> MailSql.PAGE.query(
                connection, MailSql.reader(json), state, state, filter.to(), filter.to(), before, before, limit));
    }

    /** Has this job send it; whether it could be sent. */
    boolean queueAgain(UUID id, UUID sending, UUID jobId) {
        return write(id, MailState.QUEUED, MailSql.QUEUE_AGAIN, sending, jobId, id);
    }

    /** A dead mail whose own job was begun again is on its way again. */
    public void revive(UUID id, UUID sending) {
        write(id, MailState.QUEUED, MailSql.REVIVE, id, sending);
    }

    /** Nobody is set up to send it. */
    public void putAside(UUID id, UUID sending) {
        write(id, MailState.OUTBOX, MailSql.PUT_ASIDE, id, sending);
    }

    /** A mail server has it. What it says is deleted. */
    public void sent(UUID id) {
        write(id, MailState.SENT, MailSql.SENT, id);
    }

    /** An attempt failed; there may be another one. */
    public void failed(UUID id, UUID sending, Problem problem) {
        write(id, MailState.QUEUED, MailSql.FAILED, json.write(problem), id, sending);
    }

    /** It was given up. */
    public void dead(UUID id, UUID sending, Problem problem) {
        write(id, MailState.DEAD, MailSql.DEAD, json.write(problem), id, sending);
    }

    /** Deletes mails that have not been touched for so many days, so many at once; how many it were. */
    int deleteAged(boolean sent, int days, int limit) {
        return transactions.sql(connection -> MailSql.DELETE_AGED.update(connection, sent, days, limit));
    }

    private boolean write(UUID id, MailState state, Sql sql, @Nullable Object... values) {
        List<Long> versions =
                transactions.sql(connection -> sql.query(connection, row -> row.getLong("version"), values));
        versions.forEach(version -> tell(Change.changed(MailEvents.TOPIC, id, Audience.administrators())
                .version(version)
                .with(MailEvents.STATE, state)));
        return !versions.isEmpty();
    }

    private void tell(Change<MailEvents> change) {
        transactions.afterCommit(() -> {
            Events target = events;
            if (target != null) {
                target.publish(change);
            }
        });
    }
}
