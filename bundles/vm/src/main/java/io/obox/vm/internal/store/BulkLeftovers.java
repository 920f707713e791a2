package io.obox.vm.internal.store;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What discarded jobs have left of their VMs goes when nobody has retried them for long, or can't, because the jobs have gone. */
@Component(service = Retention.class)
public final class BulkLeftovers implements Retention {
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Sql DELETE = new Sql("""
        delete from vm_bulk_target where (bulk_id, vm_id) in (
            select bulk_id, vm_id from vm_bulk_target where bulk_id < ? order by bulk_id, vm_id limit ?
            for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public BulkLeftovers(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "VMs of discarded bulk jobs";
    }

    @Override
    public int deleteAged(int limit) {
        UUID oldest = first(Instant.now().minus(KEPT));
        return transactions.sql(connection -> DELETE.update(connection, oldest, limit));
    }

    /** The lowest id of that time: ids begin with the milliseconds of when they were made. */
    private static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
