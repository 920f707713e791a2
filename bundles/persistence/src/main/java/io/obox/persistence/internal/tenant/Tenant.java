package io.obox.persistence.internal.tenant;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.database.SqlFaults;
import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.postgresql.util.PasswordUtil;

/**
 * A third-party bundle in the database: a schema that is its own, and a role that may enter no other. The bundle's SQL logs in
 * as that role, so that no statement leads out of it. The password is known to OBox's role only.
 */
public final class Tenant {
    private static final String MAY_NOT = "42501";
    private static final int PASSWORD_BYTES = 24;

    private static final Sql LOCK = new Sql("select pg_advisory_xact_lock(hashtext('obox.tenant'))");
    private static final Sql TABLE = new Sql("""
            create table if not exists tenant (
                bundle text primary key, role text not null unique, password text not null)""");
    private static final Sql DATABASE = new Sql("select current_database()");
    private static final Sql KEEP =
            new Sql("insert into tenant (bundle, role, password) values (?, ?, ?) on conflict do nothing");
    private static final Sql PASSWORD = new Sql("select password from tenant where bundle = ?");
    private static final Sql ROLE = new Sql("select 1 from pg_roles where rolname = ?");

    private final String bundle;

    /** Of the bundle with this symbolic name. */
    public Tenant(String bundle) {
        this.bundle = bundle;
    }

    /**
     * Where the bundle logs in; role and schema are made if they are not there. Nodes that do so at once wait for each other.
     *
     * @param database to which OBox logs in
     * @throws ProblemException {@code unavailable} where OBox's role may not make them
     */
    public DatabaseAddress address(Database database, DatabaseAddress own) throws SQLException {
        try (Connection connection = database.unlimited().getConnection()) {
            connection.setAutoCommit(false);
            DatabaseAddress address = address(connection, own);
            connection.commit();
            return address;
        } catch (SQLException e) {
            if (MAY_NOT.equals(e.getSQLState())) {
                throw mayNot(e);
            }
            throw e;
        }
    }

    private DatabaseAddress address(Connection connection, DatabaseAddress own) throws SQLException {
        LOCK.query(connection, row -> "");
        TABLE.update(connection);
        String name = TenantName.of(text(DATABASE, connection).orElseThrow(), bundle);
        boolean isNew = KEEP.update(connection, bundle, name, password()) > 0;
        String password = text(PASSWORD, connection, bundle).orElseThrow();
        boolean known = text(ROLE, connection, name).isPresent();
        if (isNew || !known) {
            run(
                    connection,
                    (known ? "alter" : "create") + " role " + name + " login noinherit password '"
                            + PasswordUtil.encodeScramSha256(password.toCharArray()) + "'");
            run(connection, "create schema if not exists " + name);
            run(connection, "grant usage, create on schema " + name + " to " + name);
        }
        return new DatabaseAddress(schema(own.url(), name), name, password);
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String schema(String url, String name) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    private static Optional<String> text(Sql sql, Connection connection, Object... parameters) throws SQLException {
        return sql.first(connection, row -> row.getString(1), parameters);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        new Sql(statement).update(connection);
    }

    private ProblemException mayNot(SQLException cause) {
        ProblemException refused = SqlFaults.unavailable(DatabaseMessage.ROLE_MAY_NOT.with(bundle), cause);
        Problem problem = refused.problem().withRemedy(DatabaseMessage.LET_IT.with());
        return new ProblemException(problem, cause);
    }
}
