package io.obox.auth.internal.link;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links that are no longer good go. They have opened nothing since then. */
@Component
public final class LinkRetention implements Retention {
    private static final Sql DELETE = new Sql("""
            delete from account_link where token_hash in (
                select token_hash from account_link where expires_at <= now()
                order by expires_at limit ? for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public LinkRetention(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "links that ran out";
    }

    @Override
    public int deleteAged(int limit) {
        return transactions.sql(connection -> DELETE.update(connection, limit));
    }
}
