package io.obox.vm.internal.vms;

import io.obox.settings.AdminSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** How long deleted VMs stay in the bin. What is in it already stays as long as it was to when it was deleted. */
@AdminSettings(
        pid = BinSettings.PID,
        attributes = {"days"})
@Component(
        service = BinTerm.class,
        configurationPid = {BinSettings.PID, "$"})
public final class BinTerm {
    private static final int MOST = 36_500;

    private volatile int days;

    /** As it is set. */
    @Activate
    public BinTerm(BinSettings settings) {
        this(settings.days());
    }

    /** Without Declarative Services. */
    public BinTerm(int days) {
        this.days = Math.clamp(days, 0, MOST);
    }

    /** Takes over another setting. */
    @Modified
    void modified(BinSettings settings) {
        days = Math.clamp(settings.days(), 0, MOST);
    }

    /** Whether there is a bin at all. */
    boolean isAny() {
        return days > 0;
    }

    /** For how many days a VM stays; for one at least, where there was a bin when it was deleted. */
    int days() {
        return Math.max(days, 1);
    }
}
