package io.obox.vm.internal.vms;

import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.vm.BulkChange;
import io.obox.vm.Vm;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmFieldMessage;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.search.Relations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which VMs a request for many of them is about, as far as its caller may see them. */
@Component(service = BulkCandidates.class)
public final class BulkCandidates {
    private static final String SELECT =
            "select v.id, v.name, v.state, v.protected, v.deleted_at, v.expires_at, v.purging, v.former_name from vm v where ";

    private final Transactions transactions;
    private final VmSelection selection;

    /** What rules go by. */
    record Candidate(
            UUID id,
            String name,
            VmState state,
            boolean isProtected,
            @Nullable InBin bin) {
        Vm.Ref ref() {
            return new Vm.Ref(id, name);
        }

        static Candidate of(ResultSet row) throws SQLException {
            Instant deleted = Columns.instantOrNull(row, "deleted_at");
            return new Candidate(
                    Columns.id(row, "id"),
                    row.getString(deleted == null ? "name" : "former_name"),
                    VmState.valueOf(row.getString("state")),
                    row.getBoolean("protected"),
                    deleted == null
                            ? null
                            : new InBin(deleted, Columns.instant(row, "expires_at"), row.getBoolean("purging")));
        }
    }

    /**
     * What was found.
     *
     * @param missing the ids of a request that are of no VM which the caller may see
     */
    record Found(List<Candidate> candidates, Set<UUID> missing) {}

    /** Within the bundle. */
    @Activate
    public BulkCandidates(@Reference Transactions transactions, @Reference VmSelection selection) {
        this.transactions = transactions;
        this.selection = selection;
    }

    Found of(Caller caller, BulkChange change) {
        List<UUID> ids = change.ids();
        VmFilter filter = change.filter();
        FieldErrors errors = new FieldErrors();
        errors.addIf((ids == null) == (filter == null), "", VmFieldMessage.IDS_OR_SEARCH.with());
        errors.addIf(ids != null && ids.size() > BulkChange.MAX_VMS, "/ids", tooMany());
        errors.throwIfAny();
        if (filter != null && isEmpty(filter)) {
            throw new ProblemException(
                    Problem.validation(List.of(FieldError.of("/q", VmFieldMessage.SEARCH_EMPTY.with())))
                            .withRemedy(VmFieldMessage.SAY_WHICH.with()));
        }
        return filter == null
                ? byIds(caller, change.action(), ids == null ? List.of() : ids)
                : byFilter(caller, filter);
    }

    /** Nobody is to lose all VMs by something that was left out. */
    private static boolean isEmpty(VmFilter filter) {
        VmFilter texts =
                VmFilter.builder().query(filter.query()).text(filter.text()).build();
        return filter.equals(texts) && isBlank(filter.query()) && isBlank(filter.text());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private Found byFilter(Caller caller, VmFilter filter) {
        List<Candidate> found =
                select(selection.of(caller.visibility(), filter), " order by v.id limit " + (BulkChange.MAX_VMS + 1));
        FieldErrors errors = new FieldErrors();
        errors.addIf(found.size() > BulkChange.MAX_VMS, "/q", tooMany());
        errors.throwIfAny();
        return new Found(found, Set.of());
    }

    /** Only what is about the bin finds VMs there, and only by their ids. */
    private Found byIds(Caller caller, VmAction action, List<UUID> ids) {
        Set<UUID> asked = new LinkedHashSet<>(ids);
        Condition named = Condition.of("v.id = any (?::uuid[])", (Object) asked.toArray(UUID[]::new));
        List<Candidate> found = select(Condition.all(List.of(seen(caller, action), named)), " order by v.id");
        Set<UUID> missing = new HashSet<>(asked);
        missing.removeAll(found.stream().map(Candidate::id).collect(Collectors.toSet()));
        return new Found(found, missing);
    }

    private static Condition seen(Caller caller, VmAction action) {
        return switch (action) {
            case PURGE, RESTORE -> Relations.anywhere(caller.visibility());
            default -> Relations.visible(caller.visibility());
        };
    }

    private List<Candidate> select(Condition wanted, String rest) {
        return transactions.sql(connection -> new Sql(SELECT + wanted.sql() + rest)
                .query(connection, Candidate::of, wanted.values().toArray()));
    }

    private static Message tooMany() {
        return VmFieldMessage.TOO_MANY_VMS.with(BulkChange.MAX_VMS);
    }
}
