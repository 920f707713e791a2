package io.obox.audit;

import org.osgi.annotation.versioning.ProviderType;

/** Records what people do. Thread-safe. */
@ProviderType
public interface AuditLog {
    /**
     * Records an entry in the thread's transaction (see {@link io.obox.persistence.Transactions}), so that what was done and
     * the record of it are there together or not at all.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable}
     */
    void record(AuditEntry entry);

    /**
     * The same in a transaction of its own: for what was refused, which must survive the rollback.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable}
     */
    void recordIndependently(AuditEntry entry);
}
