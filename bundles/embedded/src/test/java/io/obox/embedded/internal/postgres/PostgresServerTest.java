package io.obox.embedded.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.embedded.internal.server.Access;
import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.PidFile;
import io.obox.embedded.internal.server.Supervisor;
import io.obox.persistence.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    static Path temporary;

    /** Nothing is taken for granted about the folder's name. */
    private final Path root = temporary.resolve("Ann's dätä");

    private final PostgresServer server = new PostgresServer(new DataFolder(root));
    private final Semaphore answers = new Semaphore(0);
    private final List<Supervisor> supervisors = new ArrayList<>();

    @AfterEach
    void stop() {
        supervisors.forEach(Supervisor::stop);
    }

    private Supervisor start() throws InterruptedException {
        Supervisor supervisor = begin(server);
        awaitAnswer();
        return supervisor;
    }

    private Supervisor begin(PostgresServer which) {
        Supervisor supervisor = Supervisor.start(which, new DataFolder(root), "postgres", () -> answers.release());
        supervisors.add(supervisor);
        return supervisor;
    }

    private void awaitAnswer() throws InterruptedException {
        assertThat(answers.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private ProcessHandle process() throws IOException {
        return new PidFile(root.resolve("postgres/postmaster.pid")).process().orElseThrow();
    }

    private void execute(String sql) throws SQLException {
        DatabaseAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void dataAndPortOutliveARestart() throws Exception {
        Supervisor first = start();
        DatabaseAddress before = server.address();
        execute("create table kept (id int)");
        first.stop();

        start();

        assertThat(server.address()).isEqualTo(before);
        execute("drop table kept");
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        start();
        DatabaseAddress address = server.address();

        assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThat(Files.getPosixFilePermissions(root.resolve("postgres").resolve(Access.FILE)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aStopEndsTheProcess() throws Exception {
        Supervisor supervisor = start();
        ProcessHandle process = process();

        supervisor.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(root.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aKilledServerComesBackAtTheSameAddress() throws Exception {
        start();
        DatabaseAddress before = server.address();

        process().destroyForcibly();

        awaitAnswer();
        assertThat(server.address()).isEqualTo(before);
        execute("select 1");
    }

    @Test
    void aServerLeftBehindIsAdopted() throws Exception {
        server.prepare();
        Process left = server.launch();
        await().atMost(PATIENCE).until(() -> server.answers(left.toHandle()));

        Supervisor supervisor = start();

        assertThat(process().pid()).isEqualTo(left.pid());
        supervisor.stop();
        assertThat(left.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPidFileThatNamesAnUnrelatedProcessDoesNoHarm() throws Exception {
        Process unrelated = new ProcessBuilder("sleep", "600").start();
        server.prepare();
        Files.writeString(root.resolve("postgres/postmaster.pid"), unrelated.pid() + "\n");

        start();

        assertThat(unrelated.isAlive()).isTrue();
        unrelated.destroyForcibly();
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefused() throws Exception {
        start();

        Supervisor second = begin(new PostgresServer(new DataFolder(root)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(second.failure()).contains("Another OBox"));
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws Exception {
        server.prepare();
        Path version = root.resolve("postgres/PG_VERSION");
        String written = Files.readString(version);
        Files.writeString(version, "12\n");
        try {
            Supervisor supervisor = begin(server);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(supervisor.failure())
                            .contains("written by PostgreSQL 12")
                            .contains("pg_dump"));
        } finally {
            Files.writeString(version, written);
        }
    }
}
