package io.obox.audit.internal.chain;

import io.obox.audit.internal.log.StoredRecord;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order of the records. Whoever has the row of its end goes on with it: one node at a time. */
@Component(service = Chain.class)
public final class Chain {
    private static final int BITE = 500;

    private static final Sql TAKE_END = new Sql("""
            select number, hash from audit_chain
            where exists (select from audit_record where number is null) for update skip locked""");

    private static final Sql WAITING = new Sql("select " + StoredRecord.COLUMNS
            + " from audit_record where number is null order by id limit ? for update");

    private static final Sql NUMBER = new Sql("""
            update audit_record set number = link.number, hash = decode(link.hash, 'hex')
            from unnest(?, ?, ?) as link (id, number, hash) where audit_record.id = link.id""");

    private static final Sql MOVE_END = new Sql("update audit_chain set number = ?, hash = ?");

    private final Transactions transactions;

    /** A record's number and hash. */
    record End(long number, byte[] hash) {}

    /** On the bundle's own tables. */
    @Activate
    public Chain(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Gives records that wait for it their places.
     *
     * @return how many; fewer than could be where somebody else does so
     */
    public int extend() {
        return transactions.sql(connection -> {
            Optional<End> end = TAKE_END.first(connection, row -> new End(row.getLong(1), row.getBytes(2)));
            if (end.isEmpty()) {
                return 0;
            }
            List<StoredRecord> waiting = WAITING.query(connection, StoredRecord::read, BITE);
            UUID[] ids = new UUID[waiting.size()];
            Long[] numbers = new Long[ids.length];
            String[] hashes = new String[ids.length];
            End last = end.get();
            for (int i = 0; i < ids.length; i++) {
                StoredRecord record = waiting.get(i);
                long number = last.number() + 1;
                last = new End(number, Link.hash(last.hash(), number, record));
                ids[i] = record.id();
                numbers[i] = number;
                hashes[i] = HexFormat.of().formatHex(last.hash());
            }
            NUMBER.update(connection, ids, numbers, hashes);
            MOVE_END.update(connection, last.number(), last.hash());
            return ids.length;
        });
    }
}
