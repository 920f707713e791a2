package io.obox.audit.internal.chain;

import io.obox.audit.AuditProof;
import io.obox.audit.internal.log.StoredRecord;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks the chain from its first record to its last, as of one moment. */
@Component(service = Verification.class)
public final class Verification {
    private static final int BITE = 500;

    private static final Sql ONE_MOMENT = new Sql("set transaction isolation level repeatable read");
    private static final Sql ENDS = new Sql("""
            select number, hash, first, before_first, (select count(*) from audit_record where number is null) as waiting
            from audit_chain""");
    private static final Sql RECORDS =
            new Sql("select " + StoredRecord.COLUMNS + " from audit_record where number > ? order by number limit ?");

    private final Transactions transactions;

    private record Ends(long last, byte[] head, long first, byte[] beforeFirst, long waiting) {}

    /** On the bundle's own tables. */
    @Activate
    public Verification(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** What came of it. */
    public AuditProof run() {
        return transactions.independent().sql(connection -> {
            ONE_MOMENT.update(connection);
            Ends ends = ENDS.first(
                            connection,
                            row -> new Ends(
                                    row.getLong(1), row.getBytes(2), row.getLong(3), row.getBytes(4), row.getLong(5)))
                    .orElseThrow();
            return check(connection, ends);
        });
    }

    private static AuditProof check(Connection connection, Ends ends) throws SQLException {
        long number = ends.first() - 1;
        byte[] hash = ends.beforeFirst();
        List<StoredRecord> records;
        do {
            records = RECORDS.query(connection, StoredRecord::read, number, BITE);
            for (StoredRecord record : records) {
                number++;
                hash = Link.hash(hash, number, record);
                if (!Objects.equals(record.number(), number)
                        || !HexFormat.of().formatHex(hash).equals(record.hash())) {
                    return proof(ends, number - ends.first(), number);
                }
            }
        } while (!records.isEmpty());
        boolean whole = number == ends.last() && Arrays.equals(hash, ends.head());
        return proof(ends, number - ends.first() + 1, whole ? null : number + 1);
    }

    private static AuditProof proof(Ends ends, long records, @Nullable Long wrong) {
        return new ProofDocument(
                wrong == null,
                records,
                ends.waiting(),
                ends.last(),
                HexFormat.of().formatHex(ends.head()),
                wrong);
    }
}
