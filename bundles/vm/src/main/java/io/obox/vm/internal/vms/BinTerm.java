package io.obox.vm.internal.vms;

import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** How long deleted VMs stay in the bin. A change of the setting counts for those that are in it already. */
@Component(
        service = BinTerm.class,
        configurationPid = {BinSettings.PID, "$"})
public final class BinTerm {
    private volatile int days;

    /** As it is set. */
    @Activate
    public BinTerm(BinSettings settings) {
        this(settings.days());
    }

    /** Without Declarative Services. */
    public BinTerm(int days) {
        this.days = days;
    }

    /** Takes over another setting. */
    @Modified
    void modified(BinSettings settings) {
        days = settings.days();
    }

    /** Whether there is a bin at all. */
    boolean isAny() {
        return days > 0;
    }

    /** When a VM goes that has been in the bin since then. */
    Instant end(Instant since) {
        return since.plus(Duration.ofDays(Math.max(days, 0)));
    }

    /** VMs that have been in the bin since before then are to go. */
    public Instant expired() {
        return Instant.now().minus(Duration.ofDays(Math.max(days, 0)));
    }
}
