package io.obox.vm.internal.store;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** To which VMs something is still to be done. What was taken from here has its own job, or was skipped. */
@Component(service = BulkTargets.class)
public final class BulkTargets {
    private static final Sql ADD =
            new Sql("insert into vm_bulk_target (bulk_id, vm_id) select ?, unnest(?::uuid[]) on conflict do nothing");
    private static final Sql NEXT =
            new Sql("select vm_id from vm_bulk_target where bulk_id = ? and vm_id > ? order by vm_id limit ?");
    private static final Sql TAKE = new Sql("delete from vm_bulk_target where bulk_id = ? and vm_id = ?");
    private static final Sql CLEAR = new Sql("delete from vm_bulk_target where bulk_id = ?");

    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public BulkTargets(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps them, in the thread's transaction. */
    public void add(UUID bulk, List<UUID> vms) {
        transactions.sql(connection -> ADD.update(connection, bulk, vms.toArray(UUID[]::new)));
    }

    /** Some that are left. */
    public List<UUID> next(UUID bulk, int most) {
        return next(bulk, FIRST, most);
    }

    /** Some that are left behind this one. */
    public List<UUID> next(UUID bulk, UUID after, int most) {
        return transactions.sql(
                connection -> NEXT.query(connection, row -> row.getObject("vm_id", UUID.class), bulk, after, most));
    }

    /** Takes one, in the thread's transaction; whether nobody else has. */
    public boolean take(UUID bulk, UUID vm) {
        return transactions.sql(connection -> TAKE.update(connection, bulk, vm)) > 0;
    }

    /** Forgets what is left. */
    public void clear(UUID bulk) {
        transactions.sql(connection -> CLEAR.update(connection, bulk));
    }
}
