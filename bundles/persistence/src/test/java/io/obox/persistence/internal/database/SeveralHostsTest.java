package io.obox.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralHostsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private EmbeddedPostgres standby;
    private EmbeddedPostgres primary;
    private Database database;

    @BeforeEach
    void start() throws IOException {
        Path data = folder.resolve("standby");
        server(data).close();
        Files.createFile(data.resolve("standby.signal"));
        standby = server(data);
        primary = server(folder.resolve("primary"));
        database = new Database(4, Duration.ofSeconds(5));
        database.setOffered(AddressParser.parse(
                "postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres".formatted(standby.getPort(), primary.getPort()),
                "postgres",
                ""));
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        primary.close();
        standby.close();
    }

    private static EmbeddedPostgres server(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "off")
                .start();
    }

    @Test
    void thePrimaryIsFoundWhereverItIs() throws Exception {
        assertThat(port()).isEqualTo(primary.getPort());

        primary.close();
        promote();

        await().atMost(PATIENCE).ignoreException(SQLException.class).until(() -> port() == standby.getPort());
        try (Connection connection = database.borrow();
                Statement statement = connection.createStatement()) {
            statement.execute("create table written (id int)");
        }
    }

    private int port() throws SQLException {
        try (Connection connection = database.borrow();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select inet_server_port()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            database.suspect();
            throw e;
        }
    }

    private void promote() throws SQLException {
        try (Connection connection = standby.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }
}
