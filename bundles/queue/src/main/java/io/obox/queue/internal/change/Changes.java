package io.obox.queue.internal.change;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.job.JobEvents;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
import io.obox.persistence.Transactions;
import io.obox.queue.internal.dispatch.Dispatch;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.JobRow;
import io.obox.queue.internal.ledger.Offer;
import io.obox.queue.internal.ledger.Parts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Told of each change of a job, in the transaction that makes it, in which the parts of a cancelled job are cancelled too. After
 * the commit people hear of it, and workers of what they may take now: the job itself, or the next one in line for its exclusive
 * key.
 */
@Component(service = Changes.class)
public final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Transactions transactions;
    private final Dispatch dispatch;
    private final Claims claims;
    private final Parts parts;
    private final Announcements announcements = new Announcements(this::publish);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** Within the bundle. */
    @Activate
    public Changes(@Reference Transactions transactions, @Reference Dispatch dispatch) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.claims = new Claims(transactions);
        this.parts = new Parts(transactions);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        announcements.close();
    }

    /** For use without Declarative Services. */
    public void setEvents(Events target) {
        events = target;
    }

    /** These jobs are in another state now. */
    public void changed(Collection<JobRow> rows) {
        if (!rows.isEmpty()) {
            List<JobRow> copy = List.copyOf(rows);
            transactions.afterCommit(() -> follow(copy));
            copy.stream()
                    .filter(Changes::isCancelledWithParts)
                    .forEach(row -> changed(parts.cancelOf(row.job().id())));
        }
    }

    private static boolean isCancelledWithParts(JobRow row) {
        return row.hasParts() && row.job().state() == JobState.CANCELLED;
    }

    /** This job is in another state now. */
    public void changed(JobRow row) {
        changed(List.of(row));
    }

    /** The work on a job has got on, or its log has, which led to this version. Outside of a transaction. */
    public void progressed(JobRow row, JobProgress progress, long version) {
        announcements.progressed(row.job(), progress, version);
    }

    /** These jobs are in the hands of a worker. Outside of a transaction. */
    public void moved(Collection<JobRow> rows) {
        rows.stream().map(JobRow::job).forEach(announcements::changed);
    }

    private void follow(List<JobRow> rows) {
        moved(rows);
        List<Offer> available = rows.stream()
                .filter(row -> row.job().state() == JobState.AVAILABLE)
                .map(JobRow::offer)
                .toList();
        if (!available.isEmpty()) {
            dispatch.offer(available);
        }
        Set<String> freed = rows.stream()
                .filter(row -> row.job().state().finished())
                .map(JobRow::exclusiveKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!freed.isEmpty()) {
            offerFirstInLine(freed);
        }
    }

    private void offerFirstInLine(Set<String> keys) {
        try {
            List<Offer> next = claims.firstInLine(keys);
            if (!next.isEmpty()) {
                dispatch.offer(next);
            }
        } catch (RuntimeException e) {
            LOG.debug("The next in line will be found by the sweeper", e);
        }
    }

    private void publish(Change<JobEvents> change) {
        Events target = events;
        if (target != null) {
            target.publish(change);
        }
    }
}
