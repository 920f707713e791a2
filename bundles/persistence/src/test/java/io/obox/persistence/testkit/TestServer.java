package io.obox.persistence.testkit;

import io.obox.persistence.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL of this JVM, started with its first use and stopped with the JVM. */
final class TestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "off")
                    // it writes when it likes, which tests of what is read and written could not tell from their own
                    .setServerConfig("autovacuum", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    static DatabaseAddress create() {
        return address(newDatabase());
    }

    private static String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("postgres", "create database " + name);
        return name;
    }

    private static DatabaseAddress address(String name) {
        return new DatabaseAddress(Holder.SERVER.getJdbcUrl("postgres", name), "postgres", "");
    }

    /** The same, whose functions of time are found before those of PostgreSQL, and tell another time. */
    static DatabaseAddress createWithClock(Duration ahead) {
        String name = newDatabase();
        execute(name, "create schema clock");
        for (String function : List.of("now", "clock_timestamp", "statement_timestamp", "transaction_timestamp")) {
            execute(
                    name,
                    "create function clock.%s() returns timestamptz language sql stable as $$ select pg_catalog.%s() + interval '%d ms' $$"
                            .formatted(function, function, ahead.toMillis()));
        }
        execute(name, "alter database " + name + " set search_path = clock, public, pg_catalog");
        return address(name);
    }

    private static void execute(String database, String command) {
        try (Connection connection =
                        Holder.SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
