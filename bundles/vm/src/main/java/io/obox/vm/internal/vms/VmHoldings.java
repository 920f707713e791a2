package io.obox.vm.internal.vms;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import io.obox.user.AccountHoldings;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.message.VmProblem;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accounts with VMs, in the bin or not, are not let go. The row that counts them is held to the commit, so that a creation at the same
 * moment comes before or finds it closed.
 */
@Component
public final class VmHoldings implements AccountHoldings {
    private static final Sql CLOSE = new Sql("""
            update vm_usage set closed = true where owner_id = ? and not exists (select from vm where owner_id = ?)""");

    private final Transactions transactions;
    private final VmRecount usage;

    /** On the bundle's own tables. */
    @Activate
    public VmHoldings(@Reference Transactions transactions) {
        this.transactions = transactions;
        this.usage = new VmRecount(transactions);
    }

    @Override
    public void release(UUID accountId) {
        boolean closed = transactions.call(em -> {
            usage.held(accountId);
            return transactions.sql(connection -> CLOSE.update(connection, accountId, accountId)) > 0;
        });
        if (!closed) {
            throw new ProblemException(
                    VmProblem.VMS_OWNED.of(VmMessage.VMS_OWNED.with()).withRemedy(VmMessage.DELETE_VMS.with()));
        }
    }
}
