package io.obox.vm.internal.vms;

import io.obox.host.Capacity;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import io.obox.user.AccountHoldings;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.message.VmProblem;
import io.obox.vm.internal.vms.VmUsage.Amounts;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accounts with VMs, in the bin or not, are not let go, but may give them to another. The rows that count them are held to the commit,
 * so that a creation at the same moment comes before or finds the account closed.
 */
@Component
public final class VmHoldings implements AccountHoldings {
    private static final Sql CLOSE = new Sql("""
            update vm_usage set closed = true where owner_id = ? and not exists (select from vm where owner_id = ?)""");
    private static final Sql SAME_NAME = new Sql("""
            select name from vm join vm other using (name) where vm.owner_id = ? and other.owner_id = ? order by name limit 1""");
    private static final Sql HAS_ANY = new Sql("select from vm where owner_id = ? limit 1");

    private final Transactions transactions;
    private final VmRecount recount;
    private final VmChanges changes;
    private final VmUsage usage;

    /** On the bundle's own tables. */
    @Activate
    public VmHoldings(@Reference Transactions transactions, @Reference VmChanges changes, @Reference VmUsage usage) {
        this.transactions = transactions;
        this.recount = new VmRecount(transactions);
        this.changes = changes;
        this.usage = usage;
    }

    @Override
    public void transfer(UUID accountId, UUID receiverId) {
        transactions.call(em -> {
            recount(accountId, receiverId);
            if (hasAny(accountId)) {
                requireRoom(receiverId, usage.of(accountId));
                requireFreeNames(accountId, receiverId);
                changes.give(accountId, receiverId);
                recount(accountId, receiverId);
            }
            return receiverId;
        });
    }

    /** Both rows are held from here to the commit, and always in the same order. */
    private void recount(UUID accountId, UUID receiverId) {
        Stream.of(accountId, receiverId).sorted().forEach(recount::held);
    }

    private boolean hasAny(UUID owner) {
        return transactions
                .sql(connection -> HAS_ANY.first(connection, row -> owner, owner))
                .isPresent();
    }

    private void requireRoom(UUID receiverId, Amounts given) {
        usage.requireRoom(
                receiverId,
                Math.toIntExact(given.vms()),
                new Capacity(Math.toIntExact(given.vcpus()), given.memoryMib(), given.diskGib()));
    }

    private void requireFreeNames(UUID accountId, UUID receiverId) {
        transactions
                .sql(connection -> SAME_NAME.first(connection, row -> row.getString("name"), accountId, receiverId))
                .ifPresent(name -> {
                    throw new ProblemException(VmProblem.NAME_TAKEN
                            .of(VmMessage.BOTH_HAVE_NAME.with(name))
                            .withRemedy(VmMessage.RENAME_ONE.with()));
                });
    }

    @Override
    public void release(UUID accountId) {
        boolean closed = transactions.call(em -> {
            recount.held(accountId);
            return transactions.sql(connection -> CLOSE.update(connection, accountId, accountId)) > 0;
        });
        if (!closed) {
            throw new ProblemException(
                    VmProblem.VMS_OWNED.of(VmMessage.VMS_OWNED.with()).withRemedy(VmMessage.DELETE_VMS.with()));
        }
    }
}
