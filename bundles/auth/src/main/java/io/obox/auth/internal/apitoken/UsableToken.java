package io.obox.auth.internal.apitoken;

import io.obox.persistence.sql.Columns;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token that is good, and whose owner's account is. */
record UsableToken(
        UUID id,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        UUID accountId,
        String email,
        Role role) {
    static UsableToken of(ResultSet row) throws SQLException {
        return new UsableToken(
                Columns.id(row, "id"),
                TokenTable.texts(row, "scopes"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"),
                Columns.id(row, "account_id"),
                row.getString("email"),
                Role.valueOf(row.getString("role")));
    }

    Caller caller(CallerIssuer issuer) {
        return issuer.draft(accountId, email, role, Credential.TOKEN)
                .token(id, TokenScopes.granted(scopes, role))
                .validUntil(expiresAt)
                .issue();
    }
}
