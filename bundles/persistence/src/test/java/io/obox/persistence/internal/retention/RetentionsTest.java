package io.obox.persistence.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.Retention;
import io.obox.persistence.Transactions;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.unit.Units;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RetentionsTest {
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Sql DELETE =
            new Sql("delete from thing where id in (select id from thing order by id limit ?)");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.test", RetentionsTest.class, List.of());
    private final List<Database> connections = new ArrayList<>();
    private final List<Retentions> nodes = new ArrayList<>();
    private final List<Integer> bites = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void fill() {
        update("create table thing (id int primary key)");
        update("insert into thing select * from generate_series(1, 25)");
    }

    @AfterEach
    void close() {
        nodes.forEach(Retentions::deactivate);
        connections.forEach(Database::close);
        database.close();
    }

    @Test
    void rowsGoInSmallBitesUntilNoneIsLeft() {
        node(LONG).bindRetention(things(limit -> limit));

        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(bites).startsWith(10, 10, 5);
    }

    @Test
    void oneNodeAtATimeDoesIt() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Retention slow = things(limit -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            pause();
            atOnce.decrementAndGet();
            return 1;
        });
        node(LONG).bindRetention(slow);
        node(LONG).bindRetention(slow);

        await().untilAsserted(() -> assertThat(left()).isLessThan(20));
        assertThat(most).hasValue(1);
    }

    @Test
    void oneThatFailsStopsNoOther() {
        Retentions node = node(LONG);
        AtomicInteger failures = new AtomicInteger();
        node.bindRetention(named("broken", limit -> {
            failures.incrementAndGet();
            throw new LinkageError("broken");
        }));
        node.bindRetention(things(limit -> limit));

        await().untilAsserted(() -> assertThat(left()).isZero());
        await().untilAsserted(() -> assertThat(failures).hasValueGreaterThan(1));
    }

    @Test
    void oneThatHangsIsInterruptedAndStopsNoOther() {
        Retentions node = node(Duration.ofMillis(100));
        AtomicBoolean interrupted = new AtomicBoolean();
        node.bindRetention(named("hanging", limit -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return 0;
        }));
        node.bindRetention(things(limit -> limit));

        await().untilAsserted(() -> assertThat(left()).isZero());
        await().untilTrue(interrupted);
    }

    @Test
    void oneThatIsGoneIsNotCalled() {
        Retentions node = node(LONG);
        Retention things = things(limit -> limit);
        AtomicInteger calls = new AtomicInteger();
        node.bindRetention(things);
        node.unbindRetention(things);
        node.bindRetention(named("other", limit -> {
            calls.incrementAndGet();
            return 0;
        }));

        await().untilAsserted(() -> assertThat(calls).hasValueGreaterThan(2));
        assertThat(left()).isEqualTo(25);
    }

    private Retentions node(Duration limit) {
        Database own = new Database(4);
        own.setOffered(database.address());
        connections.add(own);
        Retentions node = new Retentions(new Units(own).transactions(), OFTEN, limit);
        nodes.add(node);
        return node;
    }

    private Retention things(IntUnaryOperator bite) {
        return named("things", limit -> {
            int deleted = update(DELETE, bite.applyAsInt(limit));
            bites.add(deleted);
            return deleted;
        });
    }

    private static Retention named(String name, IntUnaryOperator delete) {
        return new Retention() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int deleteAged(int limit) {
                return delete.applyAsInt(limit);
            }

            @Override
            public int bite() {
                return 10;
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int left() {
        return transactions.sql(connection -> new Sql("select count(*) from thing")
                .first(connection, row -> row.getInt(1))
                .orElseThrow());
    }

    private int update(String sql) {
        return update(new Sql(sql));
    }

    private int update(Sql sql, Object... parameters) {
        return transactions.sql(connection -> sql.update(connection, parameters));
    }
}
