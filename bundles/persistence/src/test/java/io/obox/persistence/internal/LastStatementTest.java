package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.CountedSockets;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that go with the commit. */
class LastStatementTest {
    private static final Sql TAKE = new Sql("update seat set taken = taken + ? where name = ? and taken + ? <= 10");
    private static final Sql NOTE = new Sql("insert into note values (?)");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions theatre =
            database.bundle("io.obox.theatre", "1", LastStatementTest.class, List.of(), List.of());

    @BeforeEach
    void setUp() {
        theatre.sql(connection -> connection.createStatement().execute("""
                create table seat (name text primary key, taken int not null);
                create table note (text text not null);
                insert into seat values ('stalls', 0), ('gallery', 0)"""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsWrittenWithTheCommitIsThereAfterIt() {
        int within = theatre.sql(connection -> {
            note("three");
            take("stalls", 3);
            return taken("stalls");
        });

        assertThat(within).isZero();
        assertThat(taken("stalls")).isEqualTo(3);
        assertThat(notes()).containsExactly("three");
    }

    @Test
    void whereItWritesNothingNothingIsWritten() {
        assertThatThrownBy(() -> theatre.sql(connection -> {
                    note("eleven");
                    take("stalls", 11);
                    return "";
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().detail()).isEqualTo("The stalls are full."));

        assertThat(notes()).isEmpty();
        assertThat(taken("stalls")).isZero();
        theatre.sql(connection -> NOTE.update(connection, "and the connection can be used"));
        assertThat(notes()).hasSize(1);
    }

    @Test
    void ofSeveralEachHasToWrite() {
        theatre.<Object>sql(connection -> {
            take("stalls", 2);
            take("gallery", 4);
            return "";
        });
        for (List<Integer> asked : List.of(List.of(1, 11), List.of(11, 1))) {
            assertThatThrownBy(() -> theatre.sql(connection -> {
                        take("stalls", asked.get(0));
                        take("gallery", asked.get(1));
                        return "";
                    }))
                    .isInstanceOf(ProblemException.class);
        }

        assertThat(taken("stalls")).isEqualTo(2);
        assertThat(taken("gallery")).isEqualTo(4);
    }

    @Test
    void outsideOfATransactionItIsOne() {
        take("stalls", 3);

        assertThat(taken("stalls")).isEqualTo(3);
        assertThatThrownBy(() -> take("stalls", 8)).isInstanceOf(ProblemException.class);
        assertThat(taken("stalls")).isEqualTo(3);
    }

    @Test
    void whatFailsInItIsThatFault() {
        assertThatThrownBy(() -> theatre.sql(connection -> {
                    theatre.sqlWithCommit(new Sql("insert into seat values ('stalls', 1)"), LastStatementTest::full);
                    return "";
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
    }

    @Test
    void whatAFailingTransactionWasToEndWithIsNotDone() {
        assertThatThrownBy(() -> theatre.sql(connection -> {
                    take("stalls", 3);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(taken("stalls")).isZero();
    }

    @Test
    void itCostsNoTripOfItsOwn() {
        long alone = trips(() -> theatre.<Object>sql(connection -> {
            theatre.releaseLocksEarly();
            note("one");
            return "";
        }));
        long both = trips(() -> theatre.<Object>sql(connection -> {
            note("one");
            take("stalls", 0);
            return "";
        }));

        assertThat(both).isEqualTo(alone);
    }

    private static long trips(Runnable action) {
        action.run(); // the first time something may be prepared
        long before = CountedSockets.trips();
        action.run();
        return CountedSockets.trips() - before;
    }

    private void take(String seat, int count) {
        theatre.sqlWithCommit(TAKE, LastStatementTest::full, count, seat, count);
    }

    private static ProblemException full() {
        return new ProblemException(Problem.unavailable("The stalls are full."));
    }

    private void note(String text) {
        theatre.sql(connection -> NOTE.update(connection, text));
    }

    private List<String> notes() {
        return theatre.sql(connection -> new Sql("select text from note").query(connection, row -> row.getString(1)));
    }

    private int taken(String seat) {
        return theatre.sql(connection -> new Sql("select taken from seat where name = ?")
                .first(connection, row -> row.getInt(1), seat)
                .orElseThrow());
    }
}
