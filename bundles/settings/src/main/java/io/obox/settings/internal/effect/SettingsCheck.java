package io.obox.settings.internal.effect;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether this node knows what is set; before, it would do what its environment says. */
@Component(property = {HealthCheck.NAME + "=Settings", HealthCheck.TAGS + "=ready"})
public final class SettingsCheck implements HealthCheck {
    private final Follower follower;

    /** Within the bundle. */
    @Activate
    public SettingsCheck(@Reference Follower follower) {
        this.follower = follower;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (follower.followed()) {
            log.info("It is known what administrators have set.");
        } else {
            log.temporarilyUnavailable("It is not known yet what administrators have set.");
        }
        return new Result(log);
    }
}
