package io.obox.persistence.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.Transactions;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTest {
    @TempDir
    Path folder;

    private final TestDatabase first = TestDatabase.create();
    private final TestDatabase second = TestDatabase.create();
    private final Database database = new Database(4);
    private final Units units = new Units(database);
    private UnitSource source;

    @BeforeEach
    void describe() throws IOException {
        URL script = Files.writeString(folder.resolve("V1__vm.sql"), "create table vm (id int)")
                .toUri()
                .toURL();
        source = new UnitSource(
                "io.obox.vm",
                "1",
                "key",
                UnitTest.class.getClassLoader(),
                folder.toUri().toURL(),
                List.of(),
                List.of(script));
    }

    @AfterEach
    void close() {
        units.close();
        database.close();
        first.close();
        second.close();
    }

    private static int rows(Transactions transactions) {
        return transactions.sql(connection -> {
            try (var statement = connection.prepareStatement("select count(*) from vm");
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    @Test
    void callsAreRefusedAfterAShortWaitWhileNoDatabaseIsKnown() {
        Transactions vms = units.acquire("vm", () -> source);

        assertThatThrownBy(() -> rows(vms))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("unavailable"));
        assertThat(vms.ready()).isFalse();
    }

    @Test
    void theUnitBecomesReadyByItselfOnceADatabaseIsOffered() {
        Transactions vms = units.acquire("vm", () -> source);

        database.setOffered(first.address());

        await().until(vms::ready);
        assertThat(rows(vms)).isZero();
    }

    @Test
    void anotherDatabaseGetsTheTablesAsWell() {
        database.setOffered(first.address());
        Transactions vms = units.acquire("vm", () -> source);
        await().until(vms::ready);

        database.setOffered(second.address());

        await().until(vms::ready);
        assertThat(rows(vms)).isZero();
    }

    @Test
    void aBundleWithoutEntitiesNeedsNoPersistenceXml() {
        database.setOffered(first.address());
        Transactions vms = units.acquire("vm", () -> source);

        await().until(vms::ready);

        assertThat(rows(vms)).isZero();
        assertThatThrownBy(() -> vms.call(entities -> entities.isOpen()))
                .hasMessageContaining("io.obox.vm 1 has no entities");
    }

    @Test
    void aPersistenceXmlThatListsWhatTheBundleLacksIsToldInWords() {
        assertThat(complaint("org.example.Missing", null))
                .isEqualTo(
                        "META-INF/persistence.xml of io.obox.vm lists org.example.Missing, which the bundle does not have.");
    }

    @Test
    void aPersistenceXmlThatListsWhatIsNoEntityIsToldInWords() {
        assertThat(complaint("java.lang.String", null))
                .contains("lists java.lang.String, which is no entity: it lacks @Entity");
    }

    @Test
    void aPersistenceXmlThatCanNotBeReadIsToldInWords() throws IOException {
        URL broken = Files.writeString(folder.resolve("persistence.xml"), "<persistence><class>")
                .toUri()
                .toURL();
        assertThatThrownBy(() -> PersistenceXml.classes(broken)).isInstanceOf(IOException.class);

        assertThat(complaint("", "can't be read: it ends too early"))
                .isEqualTo("META-INF/persistence.xml of io.obox.vm can't be read: it ends too early.");
    }

    private String complaint(String entity, @Nullable String fault) {
        database.setOffered(first.address());
        UnitSource wrong = new UnitSource(
                source.name(),
                source.version(),
                source.key(),
                source.loader(),
                source.root(),
                entity.isEmpty() ? List.of() : List.of(entity),
                source.migrations(),
                fault);
        units.acquire("wrong", () -> wrong);
        Unit unit = units.all().getFirst();
        await().until(() -> unit.reason() != null);
        return String.valueOf(unit.reason());
    }

    @Test
    void oneOwnerHasOneUnitHoweverOftenItAsks() {
        units.acquire("vm", () -> source);
        units.acquire("vm", () -> source);
        units.acquire("another version", () -> source);

        assertThat(units.all()).hasSize(2);
    }

    @Test
    void nothingIsKeptOfAnOwnerThatHasGone() {
        units.acquire("vm", () -> source);

        units.release("vm", () -> true);

        await().atMost(Duration.ofSeconds(3)).until(() -> !units.keeps("vm"));
    }

    @Test
    void whoIsInsideAnOwnerThatGoesMayBeginTransactionsUntilItHasGone() {
        database.setOffered(first.address());
        Transactions inside = units.acquire("vm", () -> source);
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean gone = new AtomicBoolean();

        units.release("vm", () -> looks.incrementAndGet() > 0 && gone.get());

        await().until(() -> looks.get() > 1);
        assertThat(rows(inside)).isZero();
        assertThat(units.all())
                .as("what nobody uses is no part of the node's health")
                .isEmpty();
        gone.set(true);
        await().atMost(Duration.ofSeconds(3)).until(() -> !units.keeps("vm"));
    }
}
