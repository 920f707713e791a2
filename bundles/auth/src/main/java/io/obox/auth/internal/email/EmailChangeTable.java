package io.obox.auth.internal.email;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The addresses that accounts are to have. */
@Component(service = EmailChangeTable.class)
public final class EmailChangeTable {
    private static final Sql BEGIN = new Sql("""
            insert into email_change (account_id, email, old_confirmed, new_confirmed, expires_at)
            values (?, ?, false, false, ?)
            on conflict (account_id) do update
            set email = excluded.email, old_confirmed = false, new_confirmed = false, expires_at = excluded.expires_at""");
    // the row stays locked until the commit, so that of two confirmations at once the second sees the first
    private static final Sql CONFIRM_OLD =
            new Sql("update email_change set old_confirmed = true where account_id = ? returning email, new_confirmed");
    private static final Sql CONFIRM_NEW =
            new Sql("update email_change set new_confirmed = true where account_id = ? returning email, old_confirmed");
    private static final Sql PRESENT = new Sql("select email from account where id = ?");
    private static final Sql END = new Sql("delete from email_change where account_id = ?");
    private static final Sql APPLY = new Sql("""
            update account set email = ?, version = version + 1
            where id = ? and not exists (select from account where email = ?)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public EmailChangeTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** What is known of a change after one of the two addresses was confirmed. */
    record Step(String email, boolean whole) {}

    void begin(UUID accountId, String email, Instant until) {
        transactions.sql(connection -> BEGIN.update(connection, accountId, email, until));
    }

    Optional<Step> confirm(UUID accountId, boolean present) {
        Sql statement = present ? CONFIRM_OLD : CONFIRM_NEW;
        return transactions.sql(connection ->
                statement.first(connection, row -> new Step(row.getString(1), row.getBoolean(2)), accountId));
    }

    /** The address that the account has until then. */
    String present(UUID accountId) {
        return transactions.sql(connection ->
                PRESENT.first(connection, row -> row.getString(1), accountId).orElseThrow());
    }

    /** Gives the account its address; false if another has it meanwhile. */
    boolean apply(UUID accountId, String email) {
        return transactions.sql(connection -> {
            END.update(connection, accountId);
            return APPLY.update(connection, email, accountId, email) > 0;
        });
    }
}
