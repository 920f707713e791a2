package io.obox.auth.internal.apitoken;

import io.obox.auth.internal.factor.SecondFactorPolicy;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.user.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of tokens. Decides nothing. */
@Component(service = TokenTable.class)
public final class TokenTable {
    private static final Sql ADD = new Sql("""
            insert into api_token (id, account_id, name, token_hash, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)""");
    private static final Sql LIST = new Sql("select * from api_token where account_id = ? order by id desc");
    private static final Sql DELETE = new Sql("delete from api_token where id = ? and account_id = ? returning *");
    private static final Sql FIND = new Sql("""
            select t.id, t.scopes, t.expires_at, t.last_used_at, a.id as account_id, a.email, a.role
            from api_token t join account a on a.id = t.account_id
            where t.token_hash = ? and (t.expires_at is null or t.expires_at > ?)
                and a.state = 'ACTIVE' and not a.must_change_password
                and not (a.role = 'ADMIN' and ? and not exists (
                    select from totp f where f.account_id = a.id and f.confirmed_at is not null))""");
    private static final Sql USED = new Sql("""
            update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)""");

    private static final RowReader<ApiTokenDocument> TOKEN = TokenTable::token;

    private final Transactions transactions;
    private final SecondFactorPolicy policy;

    /** On the bundle's own tables. */
    @Activate
    public TokenTable(@Reference Transactions transactions, @Reference SecondFactorPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    private static ApiTokenDocument token(ResultSet row) throws SQLException {
        return new ApiTokenDocument(
                Columns.id(row, "id"),
                row.getString("name"),
                texts(row, "scopes"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    void add(UUID accountId, ApiTokenDocument token, byte[] hash) {
        String[] scopes = token.scopes().toArray(String[]::new);
        transactions.sql(connection -> ADD.update(
                connection, token.id(), accountId, token.name(), hash, scopes, token.createdAt(), token.expiresAt()));
    }

    /** Newest first. */
    List<ApiTokenDocument> list(UUID accountId) {
        return transactions.sql(connection -> LIST.query(connection, TOKEN, accountId));
    }

    /** The token that is gone now, or empty if the account has none like that. */
    Optional<ApiTokenDocument> delete(UUID accountId, UUID id) {
        return transactions.sql(connection -> DELETE.first(connection, TOKEN, id, accountId));
    }

    /** The token with this hash, if it is good, and if its owner's account is in use without restrictions. */
    Optional<UsableToken> usable(byte[] hash, Instant now) {
        return transactions.sql(
                connection -> FIND.first(connection, UsableToken::of, hash, now, policy.requires(Role.ADMIN)));
    }

    /** Notes a use, unless one of the last while is noted. */
    void used(UUID id, Instant at, Duration whiles) {
        transactions.sql(connection -> USED.update(connection, at, id, at.minus(whiles)));
    }
}
