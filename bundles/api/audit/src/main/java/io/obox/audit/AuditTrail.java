package io.obox.audit;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/** Shows what was recorded, to administrators only. Thread-safe; every fault is a {@link io.obox.problem.ProblemException}. */
@ProviderType
public interface AuditTrail {
    /** Records, newest first; {@code forbidden} unless the caller is an administrator. */
    Page<AuditRecord> list(Caller caller, AuditFilter filter, PageRequest page);

    /** One record; {@code forbidden} unless the caller is an administrator, {@code not-found}. */
    AuditRecord get(Caller caller, UUID id);

    /**
     * All records, oldest first, read a few hundred at a time; {@code forbidden} unless the caller is an administrator.
     *
     * @return for one thread
     */
    Stream<AuditRecord> all(Caller caller, AuditFilter filter);

    /** Checks the whole chain, which takes about a second for 100,000 records; {@code forbidden} unless the caller is an administrator. */
    AuditProof verify(Caller caller);
}
