package io.obox.audit.internal.log;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stores records in PostgreSQL. */
@Component
public final class StoredAuditLog implements AuditLog {
    private static final Sql INSERT = new Sql("""
            insert into audit_record (id, user_id, who, credential, session_id, action, object_type, object_id, object_name,
                address, problem, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    /** PostgreSQL keeps no texts with this character. */
    private static final String NUL = "\0";

    private static final int LONGEST = 1_000;

    private final Transactions transactions;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** On the bundle's own table. */
    @Activate
    public StoredAuditLog(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void record(AuditEntry entry) {
        insert(transactions, entry);
    }

    @Override
    public void recordIndependently(AuditEntry entry) {
        insert(transactions.independent(), entry);
    }

    private void insert(Transactions within, AuditEntry entry) {
        within.sql(connection -> INSERT.update(
                connection,
                ids.generate(),
                entry.userId(),
                kept(entry.who()),
                entry.credential(),
                entry.sessionId(),
                entry.action(),
                entry.objectType(),
                kept(entry.objectId()),
                kept(entry.objectName()),
                kept(entry.address()),
                entry.problem(),
                kept(StoredRecord.parts(entry.changes()))));
    }

    private static @Nullable String[] kept(@Nullable String[] texts) {
        @Nullable String[] kept = new String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            kept[i] = kept(texts[i]);
        }
        return kept;
    }

    /** People say anything. */
    private static @Nullable String kept(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace(NUL, "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
