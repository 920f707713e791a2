package io.obox.product.servers;

import static org.awaitility.Awaitility.await;

import io.obox.product.access.Product;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that answers a commit only when its standby has it too. */
public final class ReplicatedPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private ReplicatedPostgres(Path folder, EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.folder = folder;
        this.primary = primary;
        this.standby = standby;
    }

    /** Starts both in this folder, and returns when the standby follows. */
    public static ReplicatedPostgres start(Path folder) throws IOException {
        Path data = folder.resolve("primary");
        Path copy = folder.resolve("standby");
        int port = Product.freePort();
        server(data, port).close();
        copy(data, copy);
        Files.createFile(copy.resolve("standby.signal"));
        configure(copy, "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'".formatted(port));
        configure(data, "synchronous_standby_names = '*'");
        var both = new ReplicatedPostgres(folder, server(data, port), server(copy, Product.freePort()));
        await("the standby").atMost(PATIENCE).until(both::follows);
        return both;
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                // the embedded one would answer before anything is on any disk
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void configure(Path data, String line) throws IOException {
        Files.writeString(data.resolve("postgresql.auto.conf"), line + "\n", StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private boolean follows() throws SQLException {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select 1 from pg_stat_replication where sync_state = 'sync'")) {
            return rows.next();
        }
    }

    /** The address of both, as it is given to OBox. */
    public String url() {
        return "postgresql://postgres@127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary"
                .formatted(primary.getPort(), standby.getPort());
    }

    /** Ends the primary as a failing machine does. */
    public void killPrimary() throws Exception {
        ProcessHandle process = Product.process(folder.resolve("primary/postmaster.pid"));
        process.destroyForcibly();
        process.onExit().get();
    }

    /** Makes the standby the primary, as whoever watches over both does. */
    public void promoteStandby() throws SQLException {
        try (Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
