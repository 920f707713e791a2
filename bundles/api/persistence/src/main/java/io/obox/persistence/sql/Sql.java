package io.obox.persistence.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement, usually a constant that says by its name what it does. Runs on the connection that
 * {@link io.obox.persistence.Transactions#sql} hands out. Parameters are texts, numbers, truth values, UUIDs, byte arrays,
 * enums (by their names), instants, null, and arrays of texts, UUIDs, longs, integers and instants. Thread-safe.
 *
 * @param text with a {@code ?} for each parameter
 */
public record Sql(String text) {
    /** How many rows it wrote. */
    public int update(Connection connection, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The rows that it selected or returned, in their order; none for a statement without a result. */
    public <T> List<T> query(Connection connection, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, parameters)) {
            List<T> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                }
            }
            return rows;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Connection connection, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return query(connection, reader, parameters).stream().findFirst();
    }

    private PreparedStatement prepare(Connection connection, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < parameters.length; i++) {
                Parameters.set(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
