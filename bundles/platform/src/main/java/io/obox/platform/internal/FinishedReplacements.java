package io.obox.platform.internal;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.settings.PlatformSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Finished replacements go when they are old, but for those by which it is known which builds are needed. */
@Component(
        service = Retention.class,
        configurationPid = {"io.obox.platform", "$"})
public final class FinishedReplacements implements Retention {
    private final Rows rows;
    private volatile int days;

    /** On the bundle's own table. */
    @Activate
    public FinishedReplacements(@Reference Transactions transactions, PlatformSettings settings) {
        this(transactions, settings.keepDays());
    }

    /** Without Declarative Services. */
    FinishedReplacements(Transactions transactions, int days) {
        this.rows = new Rows(transactions);
        this.days = days;
    }

    /** Takes over other settings. */
    @Modified
    void modified(PlatformSettings settings) {
        days = settings.keepDays();
    }

    @Override
    public String name() {
        return "finished replacements";
    }

    @Override
    public int deleteAged(int limit) {
        return days > 0 ? rows.deleteOld(days, limit) : 0;
    }
}
