package io.obox.persistence.internal.unit;

import io.obox.persistence.Transactions;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import org.jspecify.annotations.Nullable;

/** The transactions of one unit. */
record UnitTransactions(Unit unit, ThreadTransactions threads) implements Transactions {
    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        unit.require();
        return threads.run(transaction -> work.run(transaction.entities(unit)));
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        unit.require();
        return threads.run(transaction -> {
            transaction.flush();
            return work.run(transaction.connection());
        });
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
    public boolean ready() {
        return unit.ready();
    }
}
