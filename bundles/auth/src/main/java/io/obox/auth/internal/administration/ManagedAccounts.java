package io.obox.auth.internal.administration;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.page.PageRequest;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of accounts with what administrators see and decide of them. Decides nothing. */
@Component(service = ManagedAccounts.class)
public final class ManagedAccounts {
    private static final String COLUMNS = """
            id, email, name, role, state, locale, must_change_password, created_at, last_login_at, version,
            quota_vms, quota_vcpus, quota_memory_mib, quota_disk_gib, invited_at,
            case when invited_at is null then null else (
                select expires_at from account_link where account_id = account.id and purpose = 'INVITATION')
            end as invited_until""";
    private static final String MATCHING = """
             from account where (? = '' or email like ? or lower(name) like ?)
            and (cast(? as text) is null or role = ?) and (cast(? as text) is null or state = ?)
            and (not ? or invited_at is not null)""";

    private static final Sql FIND = new Sql("select " + COLUMNS + " from account where id = ?");
    private static final Sql COUNT = new Sql("select count(*)" + MATCHING);
    private static final Sql DECIDE = new Sql("""
            update account set role = ?, state = ?, unconfirmed = ?, quota_vms = ?, quota_vcpus = ?, quota_memory_mib = ?,
                quota_disk_gib = ?, version = version + 1
            where id = ?
            returning""" + " " + COLUMNS);
    private static final Sql UNCONFIRMED = new Sql("select id from account where id = ? and unconfirmed");
    private static final Sql QUOTA =
            new Sql("select quota_vms, quota_vcpus, quota_memory_mib, quota_disk_gib from account where id = ?");

    private static final RowReader<ManagedAccount> ACCOUNT = row -> new ManagedAccount(
            Columns.id(row, "id"),
            row.getString("email"),
            row.getString("name"),
            Role.valueOf(row.getString("role")),
            UserState.valueOf(row.getString("state")),
            row.getString("locale"),
            row.getBoolean("must_change_password"),
            Columns.instant(row, "created_at"),
            Columns.instantOrNull(row, "last_login_at"),
            quota(row),
            Columns.instantOrNull(row, "invited_at"),
            Columns.instantOrNull(row, "invited_until"),
            row.getLong("version"));

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public ManagedAccounts(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One account.
     *
     * @throws ProblemException {@code not-found}
     */
    public ManagedAccount get(UUID id) {
        return transactions
                .sql(connection -> FIND.first(connection, ACCOUNT, id))
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with())));
    }

    /** A page of the accounts. */
    AccountPage page(AccountFilter filter, PageRequest page, boolean counted) {
        AccountCursor after = page.after(AccountCursor::parse);
        AccountOrder order = filter.sort().order();
        boolean descending = filter.sort().descending();
        List<@Nullable Object> parameters = parameters(filter);
        if (after != null) {
            parameters.add(after.key());
            parameters.add(after.id());
        }
        parameters.add(page.limit() + 1);
        Sql statement = new Sql("select " + order.key() + " as place, " + COLUMNS + MATCHING
                + (after == null ? "" : further(order, descending)) + orderBy(order, descending) + " limit ?");
        List<Placed> found = transactions.sql(connection -> statement.query(
                connection, row -> new Placed(ACCOUNT.read(row), row.getString("place")), parameters.toArray()));
        boolean more = found.size() > page.limit();
        List<Placed> shown = more ? found.subList(0, page.limit()) : found;
        return new AccountPage(
                shown.stream().map(Placed::account).toList(),
                more ? shown.getLast().cursor().text() : null,
                counted ? count(filter) : null);
    }

    private static String further(AccountOrder order, boolean descending) {
        return " and (" + order.key() + ", id) " + (descending ? "<" : ">") + " (" + order.parameter() + ", ?)";
    }

    private static String orderBy(AccountOrder order, boolean descending) {
        String direction = descending ? " desc" : "";
        return " order by " + order.key() + direction + ", id" + direction;
    }

    private long count(AccountFilter filter) {
        return transactions
                .sql(connection -> COUNT.first(
                        connection, row -> row.getLong(1), parameters(filter).toArray()))
                .orElseThrow();
    }

    private static List<@Nullable Object> parameters(AccountFilter filter) {
        String part = "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<@Nullable Object> parameters = new ArrayList<>(List.of(filter.text(), part, part));
        parameters.add(filter.role());
        parameters.add(filter.role());
        parameters.add(filter.state());
        parameters.add(filter.state());
        parameters.add(filter.invited());
        return parameters;
    }

    /** Stores what was decided of an account that is locked. */
    public ManagedAccount decide(UUID id, Standing standing, boolean unconfirmed) {
        QuotaOverride quota = standing.quota();
        return transactions
                .sql(connection -> DECIDE.first(
                        connection,
                        ACCOUNT,
                        standing.role(),
                        standing.state(),
                        unconfirmed,
                        quota.vms(),
                        quota.vcpus(),
                        quota.memoryMib(),
                        quota.diskGib(),
                        id))
                .orElseThrow();
    }

    /** Whether the account was turned off before its address was confirmed. */
    boolean unconfirmed(UUID id) {
        return transactions
                .sql(connection -> UNCONFIRMED.first(connection, row -> Columns.id(row, "id"), id))
                .isPresent();
    }

    /** What was decided for this account alone; empty if there is no such account. */
    public Optional<QuotaOverride> quota(UUID id) {
        return transactions.sql(connection -> QUOTA.first(connection, ManagedAccounts::quota, id));
    }

    private static QuotaOverride quota(ResultSet row) throws SQLException {
        return new QuotaOverride(
                row.getObject("quota_vms", Long.class),
                row.getObject("quota_vcpus", Long.class),
                row.getObject("quota_memory_mib", Long.class),
                row.getObject("quota_disk_gib", Long.class));
    }

    private record Placed(ManagedAccount account, String place) {
        AccountCursor cursor() {
            return new AccountCursor(account.id(), place);
        }
    }
}
