package io.obox.auth.internal.email;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of addresses that nobody confirmed in time go, as their links do. */
@Component
public final class EmailChangeRetention implements Retention {
    private static final Sql DELETE = new Sql("""
            delete from email_change where account_id in (
                select account_id from email_change where expires_at <= now() limit ? for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public EmailChangeRetention(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "changes of addresses that ran out";
    }

    @Override
    public int deleteAged(int limit) {
        return transactions.sql(connection -> DELETE.update(connection, limit));
    }
}
