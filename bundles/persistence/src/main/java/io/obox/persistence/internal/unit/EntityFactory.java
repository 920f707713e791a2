package io.obox.persistence.internal.unit;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Makes EclipseLink's factory for a unit. */
final class EntityFactory {
    private EntityFactory() {}

    /** Must be called in a transaction of the data source, which EclipseLink asks for a connection once. */
    static EntityManagerFactory create(UnitSource unit, DataSource database) {
        return new PersistenceProvider()
                .createContainerEntityManagerFactory(new UnitInfo(unit, database), properties(unit));
    }

    private static Map<String, String> properties(UnitSource unit) {
        return Map.ofEntries(
                Map.entry("eclipselink.session-name", unit.key()),
                Map.entry("eclipselink.deploy-on-startup", "true"),
                Map.entry("eclipselink.target-database", "PostgreSQL"),
                Map.entry("eclipselink.target-server", "None"),
                Map.entry("eclipselink.session.customizer", FaultsAtOnce.class.getName()),
                Map.entry("eclipselink.weaving", "static"),
                Map.entry("eclipselink.ddl-generation", "none"),
                Map.entry("eclipselink.exclude-eclipselink-orm", "true"),
                Map.entry("eclipselink.cache.shared.default", "false"),
                Map.entry("eclipselink.jdbc.batch-writing", "JDBC"),
                Map.entry("eclipselink.persistence-context.close-on-commit", "true"),
                // every fault reaches the caller as an exception; logging it here as well would be noise
                Map.entry("eclipselink.logging.level", "OFF"));
    }
}
