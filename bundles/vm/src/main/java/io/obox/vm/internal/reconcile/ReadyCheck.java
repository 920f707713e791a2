package io.obox.vm.internal.reconcile;

import io.obox.vm.internal.images.ImageScanner;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether VMs can be asked for: hosts and images have been looked at. Whether they are well is another question. */
@Component(property = {HealthCheck.NAME + "=Virtual machines", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=vm"})
public final class ReadyCheck implements HealthCheck {
    private final Reconciler reconciler;
    private final ImageScanner images;

    /** Within the bundle. */
    @Activate
    public ReadyCheck(@Reference Reconciler reconciler, @Reference ImageScanner images) {
        this.reconciler = reconciler;
        this.images = images;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (reconciler.lookedAtAll()) {
            log.info("All hosts have been looked at.");
        } else {
            log.temporarilyUnavailable("Hosts have not been looked at yet.");
        }
        if (images.hasLooked()) {
            log.info("The folder of images has been looked at.");
        } else {
            log.temporarilyUnavailable("The folder of images has not been looked at yet.");
        }
        return new Result(log);
    }
}
