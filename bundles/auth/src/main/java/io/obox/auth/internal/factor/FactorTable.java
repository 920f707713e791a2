package io.obox.auth.internal.factor;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of secrets and recovery codes, each step one statement with its condition. Decides nothing. */
@Component(service = FactorTable.class)
public final class FactorTable {
    private static final Sql BEGIN = new Sql("""
            insert into totp (account_id, secret, created_at, last_step) values (?, ?, ?, 0)
            on conflict (account_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
            where totp.confirmed_at is null
            returning account_id""");
    private static final Sql WAITING =
            new Sql("select secret from totp where account_id = ? and confirmed_at is null and created_at > ?");
    private static final Sql CONFIRM = new Sql("""
            update totp set confirmed_at = ?, last_step = ? where account_id = ? and confirmed_at is null
            returning account_id""");
    private static final Sql SECRET =
            new Sql("select secret from totp where account_id = ? and confirmed_at is not null");
    // of those who show one code at once on whatever nodes, one writes
    private static final Sql STEP =
            new Sql("update totp set last_step = ? where account_id = ? and last_step < ? returning account_id");
    private static final Sql SINCE =
            new Sql("select confirmed_at from totp where account_id = ? and confirmed_at is not null");
    private static final Sql REMOVE = new Sql("delete from totp where account_id = ? returning account_id");
    private static final Sql FORGET_CODES = new Sql("delete from recovery_code where account_id = ?");
    private static final Sql ADD_CODE = new Sql("insert into recovery_code (account_id, code_hash) values (?, ?)");
    private static final Sql SPEND_CODE =
            new Sql("delete from recovery_code where account_id = ? and code_hash = ? returning account_id");
    private static final Sql COUNT_CODES = new Sql("select count(*) as codes from recovery_code where account_id = ?");

    private static final RowReader<UUID> ACCOUNT = row -> Columns.id(row, "account_id");
    private static final RowReader<byte[]> SECRET_OF = row -> row.getBytes("secret");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public FactorTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a secret that is still to be confirmed; false if the account has one that is good. */
    boolean begin(UUID accountId, byte[] secret, Instant now) {
        return wrote(BEGIN, accountId, secret, now);
    }

    /** The secret that is to be confirmed, if it was made after this. */
    Optional<byte[]> waiting(UUID accountId, Instant after) {
        return transactions.sql(connection -> WAITING.first(connection, SECRET_OF, accountId, after));
    }

    boolean confirm(UUID accountId, long step, Instant now) {
        return wrote(CONFIRM, now, step, accountId);
    }

    /** The secret that is good. */
    Optional<byte[]> secret(UUID accountId) {
        return transactions.sql(connection -> SECRET.first(connection, SECRET_OF, accountId));
    }

    /** Notes that the code of this step was shown; false if it, or that of a later one, was shown before. */
    boolean spendStep(UUID accountId, long step) {
        return wrote(STEP, step, accountId, step);
    }

    /** Since when the account has a second factor. */
    Optional<Instant> since(UUID accountId) {
        return transactions.sql(
                connection -> SINCE.first(connection, row -> Columns.instant(row, "confirmed_at"), accountId));
    }

    /** Takes the second factor away; false if there was none. */
    boolean remove(UUID accountId) {
        return transactions.call(em -> {
            transactions.sql(connection -> FORGET_CODES.update(connection, accountId));
            return wrote(REMOVE, accountId);
        });
    }

    /** Keeps these recovery codes in place of all others. */
    void replaceCodes(UUID accountId, List<RecoveryCode> codes) {
        transactions.sql(connection -> {
            FORGET_CODES.update(connection, accountId);
            for (RecoveryCode code : codes) {
                ADD_CODE.update(connection, accountId, code.hash());
            }
            return codes;
        });
    }

    boolean spendCode(UUID accountId, RecoveryCode code) {
        return wrote(SPEND_CODE, accountId, code.hash());
    }

    int codesLeft(UUID accountId) {
        return transactions
                .sql(connection -> COUNT_CODES.first(connection, row -> row.getInt("codes"), accountId))
                .orElse(0);
    }

    private boolean wrote(Sql statement, Object... parameters) {
        return transactions
                .sql(connection -> statement.first(connection, ACCOUNT, parameters))
                .isPresent();
    }
}
