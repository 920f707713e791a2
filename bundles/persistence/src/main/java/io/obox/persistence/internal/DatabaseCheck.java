package io.obox.persistence.internal;

import io.obox.persistence.internal.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks PostgreSQL for a sign of life. */
@Component(property = {HealthCheck.NAME + "=PostgreSQL", HealthCheck.TAGS + "=ready", HealthCheck.TAGS + "=database"})
public final class DatabaseCheck implements HealthCheck {
    private final Database database;

    /** Of this database. */
    @Activate
    public DatabaseCheck(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try (Connection connection = database.borrow()) {
            if (connection.isValid(1)) {
                log.info("PostgreSQL answers.");
            } else {
                log.temporarilyUnavailable("PostgreSQL does not answer.");
            }
        } catch (SQLException e) {
            log.temporarilyUnavailable("{}", e.getMessage());
        }
        return new Result(log);
    }
}
