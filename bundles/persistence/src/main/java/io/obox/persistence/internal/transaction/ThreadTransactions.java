package io.obox.persistence.internal.transaction;

import io.obox.persistence.internal.database.SqlFaults;
import io.obox.problem.ProblemException;
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
    private final ConnectionSource source;
    private final Runnable onConnectionFault;

    /**
     * @param source where connections come from
     * @param onConnectionFault told of each fault that lies in the connection; must return at once
     */
    public ThreadTransactions(ConnectionSource source, Runnable onConnectionFault) {
        this.source = source;
        this.onConnectionFault = onConnectionFault;
    }

    /** The connection of the thread's transaction, for EclipseLink. */
    java.sql.Connection connection() throws SQLException {
        Transaction transaction = current.get();
        if (transaction == null) {
            throw new SQLException("Entities can't be loaded outside of a transaction.");
        }
        return transaction.connection();
    }

    /** Runs the work in the thread's transaction, or in a new one that ends with it. */
    public <T extends @Nullable Object> T run(Work<T> work) {
        Transaction outer = current.get();
        return outer == null ? begin(work) : join(outer, work);
    }

    private <T extends @Nullable Object> T join(Transaction transaction, Work<T> work) {
        try {
            return work.run(transaction);
        } catch (Exception e) {
            throw translate(transaction, e);
        }
    }

    private <T extends @Nullable Object> T begin(Work<T> work) {
        Transaction transaction = new Transaction(source);
        T result = complete(transaction, work);
        transaction.runActions();
        return result;
    }

    private <T extends @Nullable Object> T complete(Transaction transaction, Work<T> work) {
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
            current.remove();
        }
    }

    private RuntimeException translate(Transaction transaction, Exception fault) {
        if (fault instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (fault instanceof ProblemException problem) {
            return problem;
        }
        if (transaction.lost() || SqlFaults.isUnavailable(fault)) {
            onConnectionFault.run();
            return SqlFaults.unavailable("The database does not answer at the moment.", fault);
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
