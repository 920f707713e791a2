package io.obox.persistence.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes something of the row that a result stands on. */
@FunctionalInterface
public interface RowReader<T> {
    /** Must not move the result on. */
    T read(ResultSet row) throws SQLException;
}
