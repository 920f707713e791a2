package io.obox.audit.internal;

import io.obox.audit.AuditEntry;
import io.obox.audit.internal.chain.Chain;
import io.obox.audit.internal.chain.Verification;
import io.obox.audit.internal.log.StoredAuditLog;
import io.obox.audit.internal.trail.AuditTrailService;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.UUID;

/** The audit log on a PostgreSQL of its own. */
public final class AuditKit implements AutoCloseable {
    public static final Caller ADMIN = caller("admin@example.org", Role.ADMIN);
    public static final Caller ANN = caller("ann@example.org", Role.USER);

    private final TestDatabase database = TestDatabase.create();
    public final Transactions transactions = database.bundle("io.obox.audit", StoredAuditLog.class, List.of());
    public final StoredAuditLog log = new StoredAuditLog(transactions);
    public final Chain chain = new Chain(transactions);
    public final AuditTrailService trail = new AuditTrailService(transactions, new Verification(transactions));

    private static Caller caller(String email, Role role) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(UUID.randomUUID(), email, role, Credential.SESSION)
                .session(UUID.randomUUID())
                .issue();
    }

    /** Records that somebody changed a setting of this name. */
    public void changed(Caller caller, String name) {
        log.record(entry(caller, name).build());
    }

    public static AuditEntry.Builder entry(Caller caller, String name) {
        return AuditEntry.builder("setting.change")
                .by(caller)
                .on("setting", name, name)
                .from("192.0.2.7")
                .change("value", "old", "new");
    }

    public void run(String sql) {
        transactions.sql(connection -> new Sql(sql).update(connection));
    }

    @Override
    public void close() {
        database.close();
    }
}
