package io.obox.persistence.internal.unit;

import io.obox.persistence.Transactions;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import io.obox.persistence.internal.transaction.ThreadTransactions.Work;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one unit.
 *
 * @param alone whether each call has a transaction of its own
 */
record UnitTransactions(Unit unit, ThreadTransactions threads, boolean alone) implements Transactions {
    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        return run(transaction -> work.run(transaction.entities(unit)));
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        return run(transaction -> {
            transaction.flush();
            return work.run(transaction.connection(unit.connections()));
        });
    }

    private <T extends @Nullable Object> T run(Work<T> work) {
        unit.require();
        return alone ? threads.runIndependently(work) : threads.run(work);
    }

    @Override
    public Transactions independent() {
        return new UnitTransactions(unit, threads, true);
    }

    @Override
    public void afterCommit(Runnable action) {
        threads.afterCommit(action);
    }

    @Override
    public void releaseLocksEarly() {
        threads.releaseLocksEarly();
    }

    @Override
    public void sqlWithCommit(Sql statement, Supplier<ProblemException> unwritten, @Nullable Object... parameters) {
        run(transaction -> {
            transaction.withCommit(unit.connections(), statement, unwritten, parameters);
            return transaction;
        });
    }

    @Override
    public boolean ready() {
        return unit.ready();
    }
}
