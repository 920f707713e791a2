package io.obox.mail.internal.outbox;

import io.obox.mail.internal.MailSettings;
import io.obox.persistence.Retention;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Mails are kept for some weeks after they were queued, those that could not be sent for as long as is set up for them. */
@Component(
        service = Retention.class,
        configurationPid = {MailSettings.PID, "$"})
public final class AgedMails implements Retention {
    private final MailTable table;
    private volatile int days;
    private volatile int unsentDays;

    /** Within the bundle. */
    @Activate
    public AgedMails(@Reference MailTable table, MailSettings settings) {
        this(table, settings.keepDays(), settings.keepUnsentDays());
    }

    /** Without Declarative Services. */
    AgedMails(MailTable table, int days, int unsentDays) {
        this.table = table;
        this.days = days;
        this.unsentDays = unsentDays;
    }

    /** Takes over other settings. */
    @Modified
    void modified(MailSettings settings) {
        days = settings.keepDays();
        unsentDays = settings.keepUnsentDays();
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public int deleteAged(int limit) {
        int sent = days > 0 ? table.deleteAged(true, days, limit) : 0;
        return unsentDays > 0 && sent < limit ? sent + table.deleteAged(false, unsentDays, limit - sent) : sent;
    }
}
