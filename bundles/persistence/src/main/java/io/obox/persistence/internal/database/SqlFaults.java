package io.obox.persistence.internal.database;

import io.obox.message.Message;
import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.persistence.internal.message.DatabaseProblem;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a fault of the database means for the caller. */
public final class SqlFaults {
    /** serialization failure, deadlock, lock not available, foreign key violation */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "23503");

    /** statement timeout, too many connections, shutdown, idle timeouts, read-only server */
    private static final Set<String> PASSING =
            Set.of("57014", "53300", "57P01", "57P02", "57P03", "57P05", "25P03", "25P04", "25006");

    /** character not in repertoire, untranslatable character */
    private static final Set<String> UNKEEPABLE = Set.of("22021", "22P05");

    private static final String DISK_FULL = "53100";

    private SqlFaults() {}

    /** The exception to throw in place of a fault that does not lie in the connection; an unknown one stays what it is. */
    public static RuntimeException translate(Throwable fault) {
        SQLException sql = find(fault, SQLException.class);
        if (sql != null && "23505".equals(sql.getSQLState())) {
            return conflict(DatabaseMessage.EXISTS, fault);
        }
        if (sql != null && CONFLICTS.contains(state(sql)) || find(fault, OptimisticLockException.class) != null) {
            return conflict(DatabaseMessage.CHANGED, fault);
        }
        if (sql != null && UNKEEPABLE.contains(state(sql))) {
            return new ProblemException(Problem.malformed(DatabaseMessage.UNKEEPABLE.with()), fault);
        }
        if (sql != null && DISK_FULL.equals(sql.getSQLState())) {
            return new ProblemException(
                    DatabaseProblem.STORAGE_FULL
                            .of(DatabaseMessage.FULL.with())
                            .withRemedy(DatabaseMessage.MAKE_ROOM.with()),
                    fault);
        }
        return fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
    }

    /** Whether the fault lies in the connection, not in what was asked. */
    public static boolean isUnavailable(Throwable fault) {
        SQLException sql = find(fault, SQLException.class);
        return sql != null
                && (sql instanceof SQLTransientConnectionException
                        || sql instanceof SQLRecoverableException
                        || state(sql).startsWith("08")
                        || PASSING.contains(state(sql)));
    }

    /**
     * Whether the thread was interrupted, which closes the socket under a connection that a virtual thread waits for. That
     * says nothing of the database.
     */
    public static boolean isInterruption(Throwable fault) {
        return find(fault, InterruptedException.class) != null
                || Thread.currentThread().isInterrupted() && isUnavailable(fault);
    }

    /** A problem that passes by itself. */
    public static ProblemException unavailable(Message detail, @Nullable Throwable cause) {
        Problem problem = Problem.unavailable(detail);
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static ProblemException conflict(DatabaseMessage detail, Throwable cause) {
        return new ProblemException(
                StandardProblem.CONFLICT.of(detail.with()).withRemedy(DatabaseMessage.READ_AGAIN.with()), cause);
    }

    private static String state(SQLException fault) {
        String state = fault.getSQLState();
        return state == null ? "" : state;
    }

    private static <X> @Nullable X find(Throwable fault, Class<X> type) {
        int depth = 0;
        for (Throwable t = fault; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
