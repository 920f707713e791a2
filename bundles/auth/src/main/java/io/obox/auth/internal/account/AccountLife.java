package io.obox.auth.internal.account;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.user.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How accounts that people make themselves begin, are confirmed and end, each step one statement with its condition. */
@Component(service = AccountLife.class)
public final class AccountLife {
    // whoever registers last with an address that nobody has confirmed has chosen the password
    private static final Sql REGISTER = new Sql("""
            insert into account
                (id, email, name, role, state, locale, password_hash, must_change_password, created_at, version)
            values (?, ?, ?, 'USER', 'UNVERIFIED', ?, ?, false, ?, 1)
            on conflict (email) do update
            set name = excluded.name, locale = excluded.locale, password_hash = excluded.password_hash,
                version = account.version + 1
            where account.state = 'UNVERIFIED' and account.invited_at is null
            returning id""");
    private static final Sql CONFIRM = new Sql("""
            update account set state = 'ACTIVE', version = version + 1
            where id = ? and state = 'UNVERIFIED' and invited_at is null returning id""");
    private static final Sql RESET = new Sql("""
            update account set password_hash = ?, must_change_password = false, version = version + 1,
                state = case state when 'UNVERIFIED' then 'ACTIVE' else state end
            where id = ? and state <> 'DISABLED' and invited_at is null returning id""");

    // whoever registered with the address meanwhile has not shown that it is theirs
    private static final Sql INVITE = new Sql("""
            insert into account (id, email, name, role, state, locale, password_hash, must_change_password, created_at,
                invited_at, version)
            values (?, ?, ?, ?, 'UNVERIFIED', ?, ?, false, ?, ?, 1)
            on conflict (email) do update
            set name = excluded.name, role = excluded.role, locale = excluded.locale, password_hash = excluded.password_hash,
                invited_at = excluded.invited_at, version = account.version + 1
            where account.state = 'UNVERIFIED' and account.invited_at is null
            returning id""");
    private static final Sql COME = new Sql("""
            update account set name = ?, password_hash = ?, state = 'ACTIVE', invited_at = null, version = version + 1
            where id = ? and state = 'UNVERIFIED' and invited_at is not null returning id""");
    private static final Sql INVITED = new Sql("select id from account where id = ? and invited_at is not null");

    private static final Sql DELETE = new Sql("delete from account where id = ?");
    // held by whoever may take away the last one, so that two don't do so at once
    private static final Sql LOCK_ADMINISTRATORS =
            new Sql("select id from account where role = 'ADMIN' and state = 'ACTIVE' order by id for update");
    private static final Sql LAST_ADMINISTRATOR = new Sql("""
            select id from account where id = ? and role = 'ADMIN' and not exists (
                select from account other where other.role = 'ADMIN' and other.state = 'ACTIVE' and other.id <> account.id)""");

    private static final RowReader<UUID> ID = row -> Columns.id(row, "id");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public AccountLife(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Adds an account for an address that is still to be confirmed, or has it begin anew.
     *
     * @param id taken only if there is none with its address, as is the time
     * @return its id, or empty if the address belongs to an account that is more than that
     */
    public Optional<UUID> register(UUID id, String email, String name, String locale, String hash, Instant at) {
        return transactions.sql(connection -> REGISTER.first(connection, ID, id, email, name, locale, hash, at));
    }

    /** Notes that the address is that of its user; false if that was known, or there is no such account. */
    public boolean confirm(UUID id) {
        return transactions.sql(connection -> CONFIRM.first(connection, ID, id)).isPresent();
    }

    /**
     * Adds an account for somebody who is invited, or invites who has registered with the address and not confirmed it.
     *
     * @param hash of what nobody knows
     * @return its id, or empty if the address belongs to an account that is more than that
     */
    public Optional<UUID> invite(
            UUID id, String email, String name, Role role, String locale, String hash, Instant at) {
        return transactions.sql(
                connection -> INVITE.first(connection, ID, id, email, name, role, locale, hash, at, at));
    }

    /** Whoever was invited has come, and has chosen a name and a password; false if nobody is invited to this account. */
    public boolean come(UUID id, String name, String hash) {
        return transactions
                .sql(connection -> COME.first(connection, ID, name, hash, id))
                .isPresent();
    }

    /** Whether somebody is invited to this account who has not come yet. */
    public boolean isInvited(UUID id) {
        return transactions.sql(connection -> INVITED.first(connection, ID, id)).isPresent();
    }

    /** Lets no administrator go until the transaction ends; tells who they are. */
    public Set<UUID> lockAdministrators() {
        return Set.copyOf(transactions.sql(connection -> LOCK_ADMINISTRATORS.query(connection, ID)));
    }

    /** Whether without this account nobody could administer. */
    public boolean isLastAdministrator(UUID id) {
        return transactions
                .sql(connection -> LAST_ADMINISTRATOR.first(connection, ID, id))
                .isPresent();
    }

    /** Deletes the account, and with it what is only its user's. */
    public void delete(UUID id) {
        transactions.sql(connection -> DELETE.update(connection, id));
    }

    /** Stores another password for whoever reads the account's mail; false if the account is not in use. */
    public boolean resetPassword(UUID id, String hash) {
        return transactions
                .sql(connection -> RESET.first(connection, ID, hash, id))
                .isPresent();
    }
}
