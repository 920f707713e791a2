package io.obox.audit.internal.trail;

import io.obox.audit.AuditFilter;
import io.obox.audit.AuditProof;
import io.obox.audit.AuditRecord;
import io.obox.audit.AuditTrail;
import io.obox.audit.internal.chain.Verification;
import io.obox.audit.internal.log.StoredRecord;
import io.obox.audit.internal.message.AuditMessage;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the records of the table. */
@Component(service = {AuditTrail.class, AuditTrailService.class})
public final class AuditTrailService implements AuditTrail {
    private static final int BITE = 500;

    private final Transactions transactions;
    private final Verification verification;

    /** Within the bundle. */
    @Activate
    public AuditTrailService(@Reference Transactions transactions, @Reference Verification verification) {
        this.transactions = transactions;
        this.verification = verification;
    }

    @Override
    public Page<AuditRecord> list(Caller caller, AuditFilter filter, PageRequest page) {
        requireAdmin(caller);
        RecordQuery query = RecordQuery.of(filter).before(page.after(UUID::fromString));
        List<StoredRecord> found = read(query.newestFirst(page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<StoredRecord> items = more ? found.subList(0, page.limit()) : found;
        return new Page<>(List.copyOf(items), more ? items.getLast().id().toString() : null);
    }

    @Override
    public StoredRecord get(Caller caller, UUID id) {
        requireAdmin(caller);
        return read(RecordQuery.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuditMessage.NO_SUCH_RECORD.with())));
    }

    @Override
    public Stream<AuditRecord> all(Caller caller, AuditFilter filter) {
        requireAdmin(caller);
        return Stream.iterate(
                        bite(filter, null),
                        found -> !found.isEmpty(),
                        found -> bite(filter, found.getLast().id()))
                .flatMap(List::stream);
    }

    private List<StoredRecord> bite(AuditFilter filter, @Nullable UUID last) {
        return read(RecordQuery.of(filter).after(last).oldestFirst(BITE));
    }

    @Override
    public AuditProof verify(Caller caller) {
        requireAdmin(caller);
        return verification.run();
    }

    private List<StoredRecord> read(RecordQuery.Bounded query) {
        return transactions.sql(connection -> query.sql().query(connection, StoredRecord::read, query.parameters()));
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(AuditMessage.ADMINISTRATORS_ONLY.with()));
        }
    }
}
