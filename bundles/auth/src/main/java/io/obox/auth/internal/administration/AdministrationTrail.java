package io.obox.auth.internal.administration;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Records what administrators do with accounts, and what they are refused. Where nothing can be recorded, nothing is done. */
@Component(service = AdministrationTrail.class)
public final class AdministrationTrail {
    private static final int OURS = 500;

    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AuditLog log;

    /** By Declarative Services. */
    @Activate
    public AdministrationTrail(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** To this log. */
    public AdministrationTrail(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * Does something in a transaction, with the record of it.
     *
     * @param work is given the entry, to say of what it has to do with
     * @throws ProblemException {@code unavailable}, and what the work throws
     */
    public <T> T trace(Act act, Function<AuditEntry.Builder, T> work) {
        AuditLog target = log();
        AuditEntry.Builder entry = act.entry();
        try {
            return transactions.call(em -> {
                T done = work.apply(entry);
                target.record(entry.build());
                return done;
            });
        } catch (ProblemException e) {
            refused(target, entry, e);
            throw e;
        }
    }

    /** What went wrong because of us was not refused. */
    private static void refused(AuditLog target, AuditEntry.Builder entry, ProblemException reason) {
        if (reason.problem().status() >= OURS) {
            return;
        }
        try {
            target.recordIndependently(entry.refused(reason.problem().slug()).build());
        } catch (ProblemException e) {
            reason.addSuppressed(e);
        }
    }

    private AuditLog log() {
        AuditLog present = log;
        if (present == null) {
            throw new ProblemException(Problem.unavailable(AccountMessage.NOTHING_RECORDED.with()));
        }
        return present;
    }
}
