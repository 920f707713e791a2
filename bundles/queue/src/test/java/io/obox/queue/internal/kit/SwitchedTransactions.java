package io.obox.queue.internal.kit;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Transactions with a switch that takes the database away. */
public final class SwitchedTransactions implements Transactions {
    private final Transactions real;
    private volatile boolean away;

    public SwitchedTransactions(Transactions real) {
        this.real = real;
    }

    public void away(boolean is) {
        away = is;
    }

    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        return real.call(work);
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        if (away) {
            throw new ProblemException(Problem.unavailable("The database is away."));
        }
        return real.sql(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        real.afterCommit(action);
    }

    @Override
    public void releaseLocksEarly() {
        real.releaseLocksEarly();
    }

    @Override
    public boolean ready() {
        return !away && real.ready();
    }
}
