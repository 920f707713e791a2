package io.obox.persistence.internal;

import io.obox.persistence.internal.unit.Unit;
import io.obox.persistence.internal.unit.Units;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of each bundle whether its tables and entities are ready. */
@Component(property = {HealthCheck.NAME + "=Tables", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=database"})
public final class SchemaCheck implements HealthCheck {
    private final Units units;

    /** Of these units. */
    @Activate
    public SchemaCheck(@Reference Units units) {
        this.units = units;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (Unit unit : units.all()) {
            String reason = unit.reason();
            if (unit.ready()) {
                log.info("The tables of {} are ready.", unit.name());
            } else {
                log.temporarilyUnavailable(
                        "{}", reason == null ? "The tables of " + unit.name() + " are being prepared." : reason);
            }
        }
        return new Result(log);
    }
}
