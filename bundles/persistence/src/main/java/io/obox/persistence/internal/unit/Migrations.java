package io.obox.persistence.internal.unit;

import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of one bundle up to date. Nodes and versions that do so at the same time wait for each other.
 *
 * <p>Scripts are named {@code V<major>[_<minor>]__what_it_does.sql}. Those of one major number only add, so that the version
 * of the bundle before them works on with their tables, side by side or after a step back; it refuses those of a higher major
 * number.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String LATER = "*:future";

    /** Run by an earlier release, and no longer carried because later scripts do without it. */
    private static final String DROPPED = "*:missing";

    private final UnitSource unit;

    Migrations(UnitSource unit) {
        this.unit = unit;
    }

    /**
     * Runs the scripts that have not run yet.
     *
     * @throws ProblemException {@code unavailable} if a version of the bundle has been at work here whose tables this one
     *     can't use
     */
    void run(DataSource database) {
        if (unit.migrations().isEmpty()) {
            return;
        }
        Flyway flyway = flyway(database, DROPPED);
        try {
            migrate(flyway);
        } catch (FlywayValidateException e) {
            refuseHigherMajor(flyway, e);
            migrate(flyway(database, DROPPED, LATER));
        }
    }

    private void migrate(Flyway flyway) {
        MigrateResult result = flyway.migrate();
        if (result.migrationsExecuted > 0) {
            LOG.info(
                    "The tables of {} are now of version {} (scripts run: {}).",
                    unit.name(),
                    result.targetSchemaVersion,
                    result.migrationsExecuted);
        }
    }

    /** Throws if there is a later major version, or if it is not later versions that the validation found fault with. */
    private void refuseHigherMajor(Flyway flyway, FlywayValidateException fault) {
        MigrationInfo[] all = flyway.info().all();
        BigInteger own = highestMajor(all, MigrationState::isResolved).orElse(BigInteger.ZERO);
        BigInteger found = highestMajor(all, state -> state == MigrationState.FUTURE_SUCCESS)
                .orElseThrow(() -> fault);
        if (found.compareTo(own) > 0) {
            throw new ProblemException(
                    Problem.unavailable(DatabaseMessage.NEWER.with(unit.name(), found, unit.version(), own))
                            .withRemedy(DatabaseMessage.START_NEWER.with()),
                    fault);
        }
    }

    private static Optional<BigInteger> highestMajor(MigrationInfo[] all, Predicate<MigrationState> state) {
        return Arrays.stream(all)
                .filter(migration -> state.test(migration.getState()) && migration.isVersioned())
                .map(migration -> migration.getVersion().getMajor())
                .max(Comparator.naturalOrder());
    }

    private Flyway flyway(DataSource database, String... ignored) {
        List<LoadableResource> scripts =
                unit.migrations().stream().<LoadableResource>map(Script::new).toList();
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .table(historyTable())
                // other bundles' tables are there already
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(ignored)
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
