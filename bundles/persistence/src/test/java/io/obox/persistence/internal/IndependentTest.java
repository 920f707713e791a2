package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions inside of others that have an end of their own. */
final class IndependentTest {
    private static final int CONNECTIONS = 8;

    private final TestDatabase database = TestDatabase.create();
    private final Transactions domain = database.bundle("io.obox.domain", IndependentTest.class, List.of());
    private final Transactions audit =
            database.bundle("io.obox.audit", "1", IndependentTest.class, List.of(), List.of());

    @BeforeEach
    void create() {
        write(domain, "create table note (text text)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsWrittenIndependentlySurvivesTheRollbackAroundIt() {
        assertThatThrownBy(() -> domain.sql(connection -> {
                    write(domain, "insert into note values ('done')");
                    write(audit.independent(), "insert into note values ('tried')");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(notes()).containsExactly("tried");
    }

    @Test
    void theOuterTransactionGoesOnAfterwards() {
        domain.sql(connection -> {
            write(domain, "insert into note values ('before')");
            write(audit.independent(), "insert into note values ('beside')");
            return write(domain, "insert into note values ('after')");
        });

        assertThat(notes()).containsExactlyInAnyOrder("before", "beside", "after");
    }

    @Test
    void whatIsRolledBackIndependentlyLeavesTheOuterTransactionAlone() {
        domain.sql(connection -> {
            write(domain, "insert into note values ('outer')");
            assertThatThrownBy(() -> audit.independent().sql(inner -> {
                        write(audit, "insert into note values ('inner')");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            return "";
        });

        assertThat(notes()).containsExactly("outer");
    }

    @Test
    void actionsAfterACommitBelongToTheTransactionThatTheyWereRegisteredIn() {
        List<String> done = new ArrayList<>();
        assertThatThrownBy(() -> domain.sql(connection -> {
                    domain.afterCommit(() -> done.add("outer"));
                    audit.independent().sql(inner -> {
                        audit.afterCommit(() -> done.add("inner"));
                        return "";
                    });
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(done).containsExactly("inner");
    }

    @Test
    void threadsThatAllHoldAConnectionDoNotWaitForEachOther() throws Exception {
        CountDownLatch holding = new CountDownLatch(CONNECTIONS);
        List<Future<Integer>> written = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                written.add(threads.submit(() -> domain.sql(connection -> {
                    write(domain, "insert into note values ('outer')");
                    holding.countDown();
                    holding.await();
                    return write(audit.independent(), "insert into note values ('inner')");
                })));
            }
        }

        for (Future<Integer> one : written) {
            assertThat(one.get()).isEqualTo(1);
        }
        assertThat(notes()).hasSize(2 * CONNECTIONS);
    }

    private List<String> notes() {
        return domain.sql(
                connection -> new Sql("select text from note").query(connection, row -> row.getString("text")));
    }

    private static int write(Transactions transactions, String sql) {
        return transactions.sql(connection -> new Sql(sql).update(connection));
    }
}
