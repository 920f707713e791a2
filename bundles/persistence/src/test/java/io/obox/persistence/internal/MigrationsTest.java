package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path scripts;

    @AfterEach
    void close() {
        database.close();
    }

    private URL script(String name, String sql) throws IOException {
        return Files.writeString(scripts.resolve(name), sql).toUri().toURL();
    }

    private Transactions bundle(String name, String version, URL... migrations) {
        return database.bundle(name, version, MigrationsTest.class, List.of(), List.of(migrations));
    }

    private static List<String> strings(Transactions transactions, String sql) {
        return transactions.sql(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }

    @Test
    void eachBundleHasItsOwnVersions() throws IOException {
        Transactions vms = bundle("io.obox.vm", "1", script("V1__vm.sql", "create table vm (id int)"));
        Transactions jobs = bundle("io.obox.queue", "1", script("V1__job.sql", "create table job (id int)"));

        assertThat(strings(vms, "select id::text from vm")).isEmpty();
        assertThat(strings(jobs, "select id::text from job")).isEmpty();
        assertThat(strings(vms, "select version from schema_history_io_obox_vm where success"))
                .contains("1");
        assertThat(strings(vms, "select version from schema_history_io_obox_queue where success"))
                .contains("1");
    }

    @Test
    void aScriptOfAnEarlierReleaseMayBeReplacedByALaterOne() throws IOException {
        Transactions old = bundle("io.obox.vm", "1", script("V1__vm.sql", "create table vm (id int)"));
        assertThat(strings(old, "select id::text from vm")).isEmpty();

        Transactions recent =
                bundle("io.obox.vm", "1.1", script("V1_1__vm.sql", "create table if not exists vm (id int)"));

        assertThat(strings(recent, "select version from schema_history_io_obox_vm where success"))
                .contains("1", "1.1");
    }

    @Test
    void aNewVersionAddsToTheTablesWhileTheOldOneWorks() throws IOException {
        URL first = script("V1__vm.sql", "create table vm (id int)");
        Transactions old = bundle("io.obox.vm", "1", first);
        assertThat(strings(old, "select id::text from vm")).isEmpty();

        Transactions recent =
                bundle("io.obox.vm", "1.1", first, script("V1_1__name.sql", "alter table vm add column name text"));

        assertThat(strings(recent, "select name from vm")).isEmpty();
        assertThat(strings(old, "select id::text from vm")).isEmpty();
    }

    @Test
    void anOldVersionCanComeBackAfterOneThatOnlyAdded() throws IOException {
        URL first = script("V1__vm.sql", "create table vm (id int)");
        URL more = script("V1_1__name.sql", "alter table vm add column name text");
        assertThat(strings(bundle("io.obox.vm", "1.1", first, more), "select name from vm"))
                .isEmpty();

        Transactions old = bundle("io.obox.vm", "1", first);

        assertThat(strings(old, "select id::text from vm")).isEmpty();
    }

    @Test
    void tablesOfAHigherMajorVersionAreRefused() throws IOException {
        URL first = script("V1__vm.sql", "create table vm (id int)");
        Transactions recent = bundle("io.obox.vm", "2", first, script("V2__name.sql", "alter table vm add name text"));
        assertThat(strings(recent, "select name from vm")).isEmpty();

        Transactions old = bundle("io.obox.vm", "1", first);

        assertThatThrownBy(() -> strings(old, "select 1")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().slug()).isEqualTo("unavailable");
            assertThat(e.problem().detail())
                    .contains("newer version of io.obox.vm")
                    .contains("version 2")
                    .contains("version 1 at most");
            assertThat(e.problem().remedy()).contains("at least as new");
        });
        assertThat(old.ready()).isFalse();
    }

    @Test
    void aBrokenMigrationIsNamed() throws IOException {
        Transactions vms = bundle("io.obox.vm", "1", script("V1__vm.sql", "create tabel vm"));

        assertThatThrownBy(() -> strings(vms, "select 1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("io.obox.vm 1")
                .hasMessageContaining("tabel");
    }
}
