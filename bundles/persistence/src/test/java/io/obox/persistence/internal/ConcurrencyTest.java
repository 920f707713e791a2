package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private final TestDatabase database = TestDatabase.create();
    private final Transactions books = database.bundle("io.obox.book", BookEntity.class);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void manyThreadsShareFewConnectionsAndKeepTheirTransactionsApart() {
        AtomicInteger hooks = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 400).forEach(i -> threads.submit(() -> book(i, hooks)));
        }

        long kept = books.call(em ->
                em.createQuery("select count(b) from BookEntity b", Long.class).getSingleResult());
        assertThat(kept).isEqualTo(200);
        assertThat(hooks).hasValue(200);
    }

    /** Every second transaction is rolled back. */
    private Object book(int i, AtomicInteger hooks) {
        return books.<Object>call(em -> {
            books.afterCommit(hooks::incrementAndGet);
            em.persist(new BookEntity("book " + i, i));
            em.flush();
            if (i % 2 == 1) {
                throw new IllegalArgumentException("not this one");
            }
            return i;
        });
    }
}
