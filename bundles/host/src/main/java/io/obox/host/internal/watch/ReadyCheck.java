package io.obox.host.internal.watch;

import io.obox.host.internal.link.FirstLook;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether the hosts have been looked at, so that VMs can be placed. Whether they are well is another question. */
@Component(property = {HealthCheck.NAME + "=Hosts", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=host"})
public final class ReadyCheck implements HealthCheck {
    private final FirstLook firstLook;

    /** Within the bundle. */
    @Activate
    public ReadyCheck(@Reference FirstLook firstLook) {
        this.firstLook = firstLook;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (firstLook.done()) {
            log.info("All hosts have been looked at.");
        } else {
            log.temporarilyUnavailable("Hosts have not been looked at yet.");
        }
        return new Result(log);
    }
}
