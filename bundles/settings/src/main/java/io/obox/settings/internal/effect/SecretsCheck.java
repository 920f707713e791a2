package io.obox.settings.internal.effect;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether this node can read the secrets that are set. It serves people without them too. */
@Component(property = {HealthCheck.NAME + "=Secrets of the settings", HealthCheck.TAGS + "=settings"})
public final class SecretsCheck implements HealthCheck {
    private final Follower follower;

    /** Within the bundle. */
    @Activate
    public SecretsCheck(@Reference Follower follower) {
        this.follower = follower;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> unreadable = follower.unreadable();
        if (unreadable.isEmpty()) {
            log.info("All secrets can be decrypted.");
        } else {
            log.warn(
                    "{} can't be decrypted: this node has another key than the one where it was set. Give all nodes the same"
                            + " OBOX_SETTINGS_KEY and set it once more.",
                    String.join(", ", unreadable));
        }
        return new Result(log);
    }
}
