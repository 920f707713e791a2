package io.obox.auth.internal.session;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions that nobody has used until they ran out go a day later. They let nobody in since then. */
@Component
public final class SessionRetention implements Retention {
    private static final Sql DELETE = new Sql("""
            delete from session where id in (
                select id from session where expires_at <= now() - interval '1 day'
                order by expires_at limit ? for update skip locked)""");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public SessionRetention(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "sessions that ran out";
    }

    @Override
    public int deleteAged(int limit) {
        return transactions.sql(connection -> DELETE.update(connection, limit));
    }
}
