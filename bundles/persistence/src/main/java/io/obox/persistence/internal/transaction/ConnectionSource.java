package io.obox.persistence.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a transaction gets its connection from. */
@FunctionalInterface
public interface ConnectionSource {
    /** A connection in auto-commit mode that is given back by closing it. */
    Connection borrow() throws SQLException;
}
