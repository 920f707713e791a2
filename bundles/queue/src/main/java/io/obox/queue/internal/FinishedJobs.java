package io.obox.queue.internal;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.queue.internal.ledger.Aging;
import io.obox.settings.AdminSettings;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Finished jobs and their logs go when they are old, or when there are too many. */
@AdminSettings(
        pid = "io.obox.queue",
        attributes = {"keepDays", "keepJobs"})
@Component(
        service = Retention.class,
        configurationPid = {"io.obox.queue", "$"})
public final class FinishedJobs implements Retention {
    private final Aging aging;
    private volatile int days;
    private volatile int most;
    /** What was found to be too many, until all of it has gone: it takes a while to find. */
    private volatile Optional<UUID> surplus = Optional.empty();

    /** Within the bundle. */
    @Activate
    public FinishedJobs(QueueSettings settings, @Reference Transactions transactions) {
        this(settings.keepDays(), settings.keepJobs(), transactions);
    }

    /** Without Declarative Services. */
    FinishedJobs(int days, int most, Transactions transactions) {
        this.aging = new Aging(transactions);
        this.days = days;
        this.most = most;
    }

    /** Takes over other settings. */
    @Modified
    void modified(QueueSettings settings) {
        days = settings.keepDays();
        most = settings.keepJobs();
    }

    @Override
    public String name() {
        return "finished jobs";
    }

    @Override
    public int deleteAged(int limit) {
        int old = days > 0 ? aging.deleteOld(days, limit) : 0;
        return old == limit || most <= 0 ? old : old + deleteSurplus(limit - old);
    }

    private int deleteSurplus(int limit) {
        Optional<UUID> newest = surplus.or(() -> aging.newestSurplus(most));
        int deleted = newest.map(id -> aging.deleteSurplus(id, limit)).orElse(0);
        surplus = deleted == limit ? newest : Optional.empty();
        return deleted;
    }
}
