package io.obox.persistence.internal.transaction;

import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is sent together with the commit. It has to write a row: a division by the number of rows fails where there is
 * none, and PostgreSQL then passes over whatever was sent behind it, the commit too.
 */
record LastStatement(
        Sql statement,
        Supplier<ProblemException> unwritten,
        @Nullable Object[] parameters) {
    private static final String DIVISION_BY_ZERO = "22012";

    /** By itself, when it can't be the last. */
    void run(Connection connection) throws SQLException {
        if (statement.update(connection, parameters) == 0) {
            throw unwritten.get();
        }
    }

    /** Together with these statements, which do not happen if it writes no row. */
    void run(Connection connection, String commit) throws SQLException {
        Sql all = new Sql(
                "with written as (" + statement.text() + " returning 1) select 1 / count(*) from written; " + commit);
        try {
            all.first(connection, row -> row.getInt(1), parameters);
        } catch (SQLException e) {
            if (DIVISION_BY_ZERO.equals(e.getSQLState())) {
                throw unwritten.get();
            }
            throw e;
        }
    }
}
