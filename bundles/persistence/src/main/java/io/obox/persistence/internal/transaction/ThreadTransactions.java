package io.obox.persistence.internal.transaction;

import io.obox.persistence.internal.database.ConnectionSource;
import io.obox.persistence.internal.database.SqlFaults;
import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Gives each thread its transaction. One instance for all bundles, so that they meet in it. */
public final class ThreadTransactions {
    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Its exceptions roll the transaction back if they leave the outermost call. */
        T run(Transaction transaction) throws Exception;
    }

    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();
    private final ConnectionSource main;

    /** With this source of OBox's own connections. */
    public ThreadTransactions(ConnectionSource main) {
        this.main = main;
    }

    /** The connection of the thread's transaction, for EclipseLink. */
    Connection connection(ConnectionSource source) throws SQLException {
        Transaction transaction = current.get();
        if (transaction == null) {
            throw new SQLException("Entities can't be loaded outside of a transaction.");
        }
        return transaction.connection(source);
    }

    /** Runs the work in the thread's transaction, or in a new one that ends with it. */
    public <T extends @Nullable Object> T run(Work<T> work) {
        Transaction outer = current.get();
        return outer == null ? begin(work, null) : join(outer, work);
    }

    /** Runs the work in a new transaction that ends with it, whatever becomes of the thread's other one. */
    public <T extends @Nullable Object> T runIndependently(Work<T> work) {
        return begin(work, current.get());
    }

    private <T extends @Nullable Object> T join(Transaction transaction, Work<T> work) {
        try {
            return work.run(transaction);
        } catch (Exception e) {
            throw translate(transaction, e);
        }
    }

    private <T extends @Nullable Object> T begin(Work<T> work, @Nullable Transaction outer) {
        Transaction transaction = new Transaction(main, outer != null);
        T result = complete(transaction, work, outer);
        transaction.runActions();
        return result;
    }

    private <T extends @Nullable Object> T complete(
            Transaction transaction, Work<T> work, @Nullable Transaction outer) {
        current.set(transaction);
        try {
            T result = work.run(transaction);
            transaction.commit();
            return result;
        } catch (Exception e) {
            transaction.rollback(e);
            throw translate(transaction, e);
        } catch (Error e) {
            transaction.rollback(e);
            throw e;
        } finally {
            transaction.close();
            resume(outer);
        }
    }

    private void resume(@Nullable Transaction outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    private RuntimeException translate(Transaction transaction, Exception fault) {
        if (fault instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (fault instanceof ProblemException problem) {
            return problem;
        }
        if (SqlFaults.isInterruption(fault)) {
            return SqlFaults.unavailable(DatabaseMessage.WORK_INTERRUPTED.with(), fault);
        }
        if (transaction.lost() || SqlFaults.isUnavailable(fault)) {
            transaction.suspect();
            return SqlFaults.unavailable(DatabaseMessage.NO_ANSWER.with(), fault);
        }
        return SqlFaults.translate(fault);
    }

    /** Runs the action after the commit of the thread's transaction; at once where there is none. */
    public void afterCommit(Runnable action) {
        Transaction transaction = current.get();
        if (transaction == null) {
            Transaction.run(action);
        } else {
            transaction.afterCommit(action);
        }
    }

    /** Has the thread's transaction, if there is one, give its locks back before its commit is on disk. */
    public void releaseLocksEarly() {
        Transaction transaction = current.get();
        if (transaction != null) {
            join(transaction, t -> {
                t.releaseLocksEarly();
                return t;
            });
        }
    }
}
