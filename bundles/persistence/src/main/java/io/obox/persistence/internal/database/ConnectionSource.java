package io.obox.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a transaction gets its connection from. */
public interface ConnectionSource {
    /** A connection in auto-commit mode that is given back by closing it. */
    Connection borrow() throws SQLException;

    /** One of a few that are kept for threads that hold one already, so that these never wait for each other. */
    Connection borrowAnother() throws SQLException;

    /** Told of each fault that lies in one of its connections. Returns at once. */
    void suspect();
}
