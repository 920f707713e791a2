package io.obox.auth.internal.apitoken;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens that have run out go 30 days later, so that their owners see for a while why a program no longer comes in. */
@Component
public final class TokenRetention implements Retention {
    private static final Sql DELETE = new Sql("""
            delete from api_token where id in (
                select id from api_token where expires_at <= now() - interval '30 days'
                order by expires_at limit ? for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public TokenRetention(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "API tokens that ran out";
    }

    @Override
    public int deleteAged(int limit) {
        return transactions.sql(connection -> DELETE.update(connection, limit));
    }
}
