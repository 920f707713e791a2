package io.obox.vm.internal.vms;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.vm.VmEvents;
import io.obox.vm.internal.store.ProblemText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The changes of a VM's row on its way into the bin and out of it, of the same kind as the {@linkplain VmChanges others}. */
@Component(service = BinChanges.class)
public final class BinChanges {
    private static final Sql BINNED = new Sql("""
            update vm set deleted_at = now(), expires_at = now() + make_interval(days => ?), former_name = name, name = id::text, desired_power = 'STOPPED', addresses = '',
                started_at = null, problem = null, version = version + 1
            where id = ? and state = 'DELETING' and deleted_at is null""");
    private static final Sql PURGING = new Sql("""
            update vm set purging = true, problem = null, version = version + 1
            where id = ? and deleted_at is not null and not purging""");
    private static final Sql KEPT = new Sql("""
            update vm set purging = false, problem = ?, expires_at = greatest(expires_at, now() + interval '1 day'),
                version = version + 1
            where id = ? and deleted_at is not null and purging""");
    private static final Sql EXPIRED = new Sql("""
            select id from vm where deleted_at is not null and not purging and expires_at < now()
            order by expires_at limit ? for update skip locked""");
    private static final Sql GONE = new Sql("delete from vm where id = ? and deleted_at is not null and purging");
    private static final String RESTORED = """
            update vm set name = ?, former_name = null, deleted_at = null, expires_at = null, state = 'STOPPED', problem = null,
                version = version + 1
            where id = ? and deleted_at is not null and not purging""";

    private final Transactions transactions;
    private final VmChanges changes;

    /** On the bundle's own tables. */
    @Activate
    public BinChanges(@Reference Transactions transactions, @Reference VmChanges changes) {
        this.transactions = transactions;
        this.changes = changes;
    }

    /**
     * It is in the bin, if it was to go. To those who list VMs it is gone.
     *
     * @param days for how many it stays
     */
    boolean binned(VmRow vm, int days) {
        boolean done = update(BINNED, days, vm.id());
        if (done) {
            changes.tell(Change.removed(VmEvents.TOPIC, vm.id(), Audience.owner(vm.ownerId())));
            tellChanged(vm);
        }
        return done;
    }

    /** A job takes it away from the bin for good, if none does already. */
    public boolean purging(VmRow vm) {
        return told(update(PURGING, vm.id()), vm);
    }

    /**
     * It stays in the bin, because the job that was to take it away failed: for a day at least, so that the next one does not begin
     * at once.
     */
    boolean kept(VmRow vm, @Nullable Problem problem) {
        return told(update(KEPT, ProblemText.of(problem), vm.id()), vm);
    }

    /**
     * It is out of the bin, and off, under this name.
     *
     * @throws io.obox.problem.ProblemException {@code conflict} if the name is taken
     */
    boolean restored(VmRow vm, String name) {
        boolean done = changes.reveal(RESTORED, name, vm.id());
        if (done) {
            tellRemoved(vm);
        }
        return done;
    }

    /** It is gone for good, if it was in the bin. */
    boolean gone(VmRow vm) {
        boolean done = changes.remove(GONE, vm);
        if (done) {
            tellRemoved(vm);
        }
        return done;
    }

    /** Some that are to stay in the bin no longer. They are locked until the transaction ends. */
    List<UUID> expired(int most) {
        return transactions.sql(connection -> EXPIRED.query(connection, row -> Columns.id(row, "id"), most));
    }

    private boolean update(Sql sql, @Nullable Object... values) {
        return transactions.sql(connection -> sql.update(connection, values)) > 0;
    }

    private boolean told(boolean done, VmRow vm) {
        if (done) {
            tellChanged(vm);
        }
        return done;
    }

    private void tellChanged(VmRow vm) {
        changes.tell(Change.changed(VmEvents.BIN, vm.id(), Audience.owner(vm.ownerId())));
    }

    private void tellRemoved(VmRow vm) {
        changes.tell(Change.removed(VmEvents.BIN, vm.id(), Audience.owner(vm.ownerId())));
    }
}
