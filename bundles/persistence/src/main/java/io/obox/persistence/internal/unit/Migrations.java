package io.obox.persistence.internal.unit;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of one bundle up to date. Nodes and versions that do so at the same time wait for each other. */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final UnitSource unit;

    Migrations(UnitSource unit) {
        this.unit = unit;
    }

    /**
     * Runs the scripts that have not run yet.
     *
     * @throws ProblemException {@code unavailable} if a newer version of the bundle has been at work here
     */
    void run(DataSource database) {
        if (unit.migrations().isEmpty()) {
            return;
        }
        Flyway flyway = flyway(database);
        try {
            MigrateResult result = flyway.migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info(
                        "The tables of {} are now of version {} ({} migrations ran).",
                        unit.name(),
                        result.targetSchemaVersion,
                        result.migrationsExecuted);
            }
        } catch (FlywayValidateException e) {
            throw newer(flyway, e);
        }
    }

    private RuntimeException newer(Flyway flyway, FlywayValidateException fault) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(java.util.Comparator.naturalOrder())
                .<RuntimeException>map(version -> new ProblemException(
                        Problem.unavailable("The database was written by a newer version of " + unit.name()
                                        + ": its tables are of version " + version + ", which " + unit.name() + " "
                                        + unit.version() + " does not know.")
                                .withRemedy("Start a version of OBox at least as new as the one that was used last."),
                        fault))
                .orElse(fault);
    }

    private Flyway flyway(DataSource database) {
        List<LoadableResource> scripts =
                unit.migrations().stream().<LoadableResource>map(Script::new).toList();
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .table(historyTable())
                // other bundles' tables are there already
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0])
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .loggers("slf4j")
                .load();
    }

    private String historyTable() {
        return "schema_history_" + unit.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private record Scripts(List<LoadableResource> scripts) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getRelativePath().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }
}
