package io.obox.auth.internal.login;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logins go that no longer wait for a second factor. */
@Component
public final class ChallengeRetention implements Retention {
    private static final Sql DELETE = new Sql("""
            delete from login_challenge where token_hash in (
                select token_hash from login_challenge where expires_at <= now()
                order by expires_at limit ? for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public ChallengeRetention(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "logins that waited too long";
    }

    @Override
    public int deleteAged(int limit) {
        return transactions.sql(connection -> DELETE.update(connection, limit));
    }
}
