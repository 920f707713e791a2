package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Third-party bundles, whose tables are nobody else's. */
final class TenantTest {
    private static final String SECRET = "create table secret (text text); insert into secret values ('%s')";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Transactions obox;
    private Transactions first;
    private Transactions second;

    @BeforeEach
    void bringTables() throws IOException {
        obox = bundle("io.obox.domain", "obox");
        first = bundle("org.example.first", "first");
        second = bundle("org.example-first", "second");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachHasItsOwnTablesUnderTheSameName() {
        assertThat(secrets(obox, "secret")).containsExactly("obox");
        assertThat(secrets(first, "secret")).containsExactly("first");
        assertThat(secrets(second, "secret")).containsExactly("second");
    }

    @Test
    void noneReadsAnothersTables() {
        String schema = value(second, "select current_schema()::text");

        assertThatThrownBy(() -> secrets(first, "public.secret")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> secrets(first, "(select password as text from public.tenant) as t"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> secrets(first, schema + ".secret")).hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset role",
                "reset session authorization",
                "set role postgres",
                "set session authorization postgres",
                "do $$ begin execute 'reset role'; end $$"
            })
    void noStatementLeadsOutOfTheRole(String attempt) {
        assertThatThrownBy(() -> first.sql(connection -> {
                    new Sql(attempt).update(connection);
                    return new Sql("select text from public.secret").query(connection, row -> row.getString(1));
                }))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anotherVersionOfItFindsItsTables() throws IOException {
        Transactions later = database.bundle("org.example.first", "2", TenantTest.class, List.of(), List.of());

        assertThat(secrets(later, "secret")).containsExactly("first");
    }

    @Test
    void itsWorkAndThatOfOboxInsideCommitTogether() {
        first.sql(connection -> {
            write(first, "insert into secret values ('row')");
            return write(obox, "insert into secret values ('job')");
        });

        assertThat(secrets(first, "secret")).contains("row");
        assertThat(secrets(obox, "secret")).contains("job");
    }

    @Test
    void itsWorkAndThatOfOboxInsideRollBackTogether() {
        assertThatThrownBy(() -> first.sql(connection -> {
                    write(first, "insert into secret values ('row')");
                    write(obox, "insert into secret values ('job')");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(secrets(first, "secret")).containsExactly("first");
        assertThat(secrets(obox, "secret")).containsExactly("obox");
    }

    @Test
    void itsFailureToCommitTakesTheWorkOfOboxBack() {
        write(
                first,
                "create table child (id int references parent (id) deferrable initially deferred)",
                "create table parent (id int primary key)");

        assertThatThrownBy(() -> first.sql(connection -> {
            write(first, "insert into child values (1)");
            return write(obox, "insert into secret values ('job')");
        }));

        assertThat(secrets(obox, "secret")).containsExactly("obox");
    }

    @Test
    void whatOboxEndsWithFailsBeforeItsWorkIsCommitted() {
        assertThatThrownBy(() -> first.sql(connection -> {
                    write(first, "insert into secret values ('row')");
                    obox.sqlWithCommit(
                            new Sql("update secret set text = 'x' where false"),
                            () -> new ProblemException(Problem.unavailable("Nothing fits.")));
                    return "";
                }))
                .hasMessageContaining("Nothing fits.");

        assertThat(secrets(first, "secret")).containsExactly("first");
    }

    private Transactions bundle(String name, String secret) throws IOException {
        URL script = Files.writeString(
                        Files.createDirectories(folder.resolve(name)).resolve("V1__secret.sql"),
                        SECRET.formatted(secret))
                .toUri()
                .toURL();
        return database.bundle(name, "1", TenantTest.class, List.of(), List.of(script));
    }

    private static List<String> secrets(Transactions transactions, String table) {
        return transactions.sql(
                connection -> new Sql("select text from " + table).query(connection, row -> row.getString("text")));
    }

    private static String value(Transactions transactions, String sql) {
        return transactions.sql(connection ->
                new Sql(sql).first(connection, row -> row.getString(1)).orElseThrow());
    }

    private static int write(Transactions transactions, String sql, String... before) {
        return transactions.sql(connection -> {
            for (String earlier : before) {
                new Sql(earlier).update(connection);
            }
            return new Sql(sql).update(connection);
        });
    }
}
