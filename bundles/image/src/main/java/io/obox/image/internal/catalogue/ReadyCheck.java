package io.obox.image.internal.catalogue;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether the folder of images has been looked at, so that there is an image to choose. */
@Component(property = {HealthCheck.NAME + "=Images", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=image"})
public final class ReadyCheck implements HealthCheck {
    private final ImageScanner images;

    /** Within the bundle. */
    @Activate
    public ReadyCheck(@Reference ImageScanner images) {
        this.images = images;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (images.hasLooked()) {
            log.info("The folder of images has been looked at.");
        } else {
            log.temporarilyUnavailable("The folder of images has not been looked at yet.");
        }
        return new Result(log);
    }
}
