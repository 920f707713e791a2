package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final TestDatabase database = TestDatabase.create();
    private final Transactions books = database.bundle("io.obox.book", BookEntity.class);
    private final Transactions lends =
            database.bundle("io.obox.lend", "1", TransactionsTest.class, List.of(), List.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEntityThatWasWrittenIsReadInTheNextTransaction() {
        UUID id = add("Emma", 400);

        BookEntity found = books.call(em -> em.find(BookEntity.class, id));

        assertThat(found.title()).isEqualTo("Emma");
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.tags()).contains("shelf");
    }

    @Test
    void anInstantIsKeptToTheMicrosecondAndCanBeQueried() {
        BookEntity book = new BookEntity("Emma", 400);
        books.<Object>call(em -> {
            em.persist(book);
            return "";
        });

        BookEntity found = books.call(em -> em.createQuery(
                        "select b from BookEntity b where b.added = :added and b.added <= :later", BookEntity.class)
                .setParameter("added", book.added())
                .setParameter("later", book.added().plusNanos(1000))
                .getSingleResult());

        assertThat(found.added()).isEqualTo(book.added());
    }

    private UUID add(String title, int pages) {
        return books.call(em -> {
            BookEntity book = new BookEntity(title, pages);
            em.persist(book);
            return book.id();
        });
    }

    private long count() {
        return lends.sql(connection -> {
            try (var statement = connection.prepareStatement("select count(*) from book");
                    var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Test
    void aTextThatPostgresCannotKeepIsTheFaultOfWhoSentIt() {
        assertThatThrownBy(() -> add("Em\0ma", 1)).satisfies(TransactionsTest::isMalformed);
        assertThatThrownBy(() -> lends.sql(c -> c.createStatement().execute("select '\"\\u0000\"'::jsonb")))
                .satisfies(TransactionsTest::isMalformed);
    }

    private static void isMalformed(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("malformed"));
    }

    @Test
    void anExceptionThatLeavesTheOutermostCallUndoesEverything() {
        assertThatThrownBy(() -> books.call(em -> {
                    em.persist(new BookEntity("Emma", 1));
                    lends.sql(c -> c.createStatement()
                            .executeUpdate("insert into book values (gen_random_uuid(), 'x', 1, now(), '{}', 1)"));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    void plainSqlOfAnotherBundleSeesWhatTheEntitiesOfTheSameTransactionHold() {
        long seen = books.call(em -> {
            em.persist(new BookEntity("Emma", 1));
            return count();
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void theLaterOfTwoWritersOfOneRowIsToldOfTheConflict() {
        UUID id = add("Emma", 1);

        assertThatThrownBy(() -> books.call(em -> {
                    BookEntity mine = em.find(BookEntity.class, id);
                    Thread other = Thread.ofVirtual()
                            .start(() -> books.<Object>call(em2 -> {
                                em2.find(BookEntity.class, id).pages(2);
                                return "";
                            }));
                    other.join();
                    mine.pages(3);
                    return mine;
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
        int pages = books.call(em -> em.find(BookEntity.class, id).pages());
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void aSecondRowWithAUniqueValueIsAConflict() {
        add("Emma", 1);

        assertThatThrownBy(() -> add("Emma", 2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("conflict"));
    }

    @Test
    void actionsRunInOrderAfterTheCommitOfTheOutermostCall() {
        List<String> order = new ArrayList<>();

        books.call(em -> {
            books.afterCommit(() -> order.add("first " + count()));
            lends.sql(c -> {
                lends.afterCommit(() -> order.add("second"));
                return "";
            });
            em.persist(new BookEntity("Emma", 1));
            return order.add("work");
        });

        assertThat(order).containsExactly("work", "first 1", "second");
    }

    @Test
    void aTransactionThatReleasesItsLocksEarlyIsOnDiskWhenItsCallReturns() {
        noteHowIsCommitted();

        String written = books.call(em -> {
            books.releaseLocksEarly();
            em.persist(new BookEntity("Emma", 1));
            em.flush();
            return text("select pg_current_wal_insert_lsn()::text");
        });

        assertThat(text("select pg_current_wal_flush_lsn() > '" + written + "'::pg_lsn"))
                .isEqualTo("t");
        assertThat(text("select setting from committed")).isEqualTo("off");
        assertThat(text("show synchronous_commit")).isEqualTo("on");
        assertThat(count()).isEqualTo(1);
    }

    /** A deferred trigger runs in the commit. */
    private void noteHowIsCommitted() {
        lends.sql(connection -> connection.createStatement().execute("""
                create table committed (setting text not null);
                create function note() returns trigger language plpgsql as
                    $$ begin insert into committed values (current_setting('synchronous_commit')); return null; end $$;
                create constraint trigger committing after insert on book deferrable initially deferred
                    for each row execute function note()"""));
    }

    @Test
    void aCommitThatPostgresRefusesIsAFaultAlsoWhereLocksAreReleasedEarly() {
        assertThatThrownBy(() -> books.call(em -> {
                    books.releaseLocksEarly();
                    em.persist(new BookEntity("Emma", 1));
                    em.flush();
                    assertThatThrownBy(() -> text("select 1 / 0")).isInstanceOf(RuntimeException.class);
                    return "";
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(count()).isZero();
    }

    @Test
    void releasingLocksEarlyCommitsNothingThatFails() {
        assertThatThrownBy(() -> books.call(em -> {
                    books.releaseLocksEarly();
                    em.persist(new BookEntity("Emma", 1));
                    em.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(count()).isZero();
        assertThat(text("show synchronous_commit")).isEqualTo("on");
    }

    private String text(String sql) {
        return lends.sql(connection -> {
            try (var rows = connection.createStatement().executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
