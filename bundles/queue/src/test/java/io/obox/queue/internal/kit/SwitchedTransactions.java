package io.obox.queue.internal.kit;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions with a switch that takes the database away, and a hook behind a call. */
public final class SwitchedTransactions implements Transactions {
    private final Transactions real;
    private final ReadWriteLock calls = new ReentrantReadWriteLock();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile @Nullable Hook hook;

    private record Hook(String threads, Runnable action) {}

    public SwitchedTransactions(Transactions real) {
        this.real = real;
    }

    /** Waits for the calls that are under way: none that has come before is made when this has returned. */
    public void away(boolean is) {
        calls.writeLock().lock();
        try {
            away = is;
        } finally {
            calls.writeLock().unlock();
        }
    }

    /** The names of the threads whose calls were refused, one for each call. */
    public List<String> refused() {
        return refused;
    }

    /** Runs the action after each call of a thread whose name begins so; what it throws, the call throws. */
    public void afterEach(String threads, Runnable action) {
        hook = new Hook(threads, action);
    }

    private void called() {
        Hook known = hook;
        if (known != null && Thread.currentThread().getName().startsWith(known.threads())) {
            known.action().run();
        }
    }

    @Override
    public <T extends @Nullable Object> T call(EntityWork<T> work) {
        return real.call(work);
    }

    @Override
    public <T extends @Nullable Object> T sql(SqlWork<T> work) {
        calls.readLock().lock();
        try {
            if (away) {
                refused.add(Thread.currentThread().getName());
                throw new ProblemException(Problem.unavailable("The database is away."));
            }
            T result = real.sql(work);
            called();
            return result;
        } finally {
            calls.readLock().unlock();
        }
    }

    @Override
    public Transactions independent() {
        return real.independent();
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
    public void sqlWithCommit(Sql statement, Supplier<ProblemException> unwritten, @Nullable Object... parameters) {
        real.sqlWithCommit(statement, unwritten, parameters);
    }

    @Override
    public boolean ready() {
        return !away && real.ready();
    }
}
