package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thread that is interrupted while it works with the database. */
final class InterruptionTest {
    private static final int OTHERS = 3;

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.test", InterruptionTest.class, List.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInterruptionCostsItsOwnConnectionAndNoOther() throws Exception {
        occupyConnections();
        AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        AtomicReference<@Nullable Boolean> interrupted = new AtomicReference<>();
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try {
                one("select pg_sleep(600)::text");
            } catch (ProblemException e) {
                fault.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        await().until(() -> !pids("query like '%pg_sleep(600)%' and pid <> pg_backend_pid()")
                .isEmpty());
        Set<String> before = pids("state = 'idle'");

        sleeper.interrupt();
        sleeper.join();

        assertThat(fault.get()).hasMessageContaining("interrupted");
        assertThat(interrupted).hasValue(true);
        assertThat(database.reachable()).isTrue();
        assertThat(before).hasSizeGreaterThanOrEqualTo(OTHERS);
        // an eviction would have closed those that nobody uses at once
        for (int i = 0; i < 20; i++) {
            assertThat(pids("true")).containsAll(before);
        }
    }

    private void occupyConnections() {
        CountDownLatch holding = new CountDownLatch(OTHERS + 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < OTHERS + 1; i++) {
                threads.submit(() -> transactions.sql(connection -> {
                    new Sql("select 1").first(connection, row -> "");
                    holding.countDown();
                    holding.await();
                    return "";
                }));
            }
        }
    }

    private Set<String> pids(String condition) {
        return Set.copyOf(transactions.sql(
                connection -> new Sql("select pid::text from pg_stat_activity where application_name = 'obox'"
                                + " and datname = current_database() and pid <> pg_backend_pid() and " + condition)
                        .query(connection, row -> row.getString(1))));
    }

    private String one(String sql) {
        return transactions.sql(connection ->
                new Sql(sql).first(connection, row -> row.getString(1)).orElseThrow());
    }
}
