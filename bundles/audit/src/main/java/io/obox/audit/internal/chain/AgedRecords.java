package io.obox.audit.internal.chain;

import io.obox.audit.internal.AuditSettings;
import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.settings.AdminSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Records go when they are old, from the chain's beginning; it then begins with the hash of the last of them. */
@AdminSettings(
        pid = AuditSettings.PID,
        attributes = {"keepDays"})
@Component(
        service = Retention.class,
        configurationPid = {AuditSettings.PID, "$"})
public final class AgedRecords implements Retention {
    private static final Sql DELETE = new Sql("""
            with chain as (select is_only from audit_chain for update skip locked),
            aged as (
                select id, number, hash, at < now() - make_interval(days => ?) as is_old from audit_record
                where number is not null and exists (select from chain) order by number limit ?),
            first_ones as (
                select id, number, hash from aged
                where number < coalesce((select min(number) from aged where not is_old), 9223372036854775807)),
            moved as (
                update audit_chain set first = last.number + 1, before_first = last.hash
                from (select number, hash from first_ones order by number desc limit 1) as last)
            delete from audit_record where id in (select id from first_ones)""");

    private final Transactions transactions;
    private volatile int days;

    /** Within the bundle. */
    @Activate
    public AgedRecords(AuditSettings settings, @Reference Transactions transactions) {
        this(settings.keepDays(), transactions);
    }

    /** Without Declarative Services. */
    AgedRecords(int days, Transactions transactions) {
        this.days = days;
        this.transactions = transactions;
    }

    /** Takes over other settings. */
    @Modified
    void modified(AuditSettings settings) {
        days = settings.keepDays();
    }

    @Override
    public String name() {
        return "audit records";
    }

    @Override
    public int deleteAged(int limit) {
        return days == 0 ? 0 : transactions.sql(connection -> DELETE.update(connection, days, limit));
    }
}
