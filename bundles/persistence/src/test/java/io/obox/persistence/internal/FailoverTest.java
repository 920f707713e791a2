package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A primary that is lost, and whose commits are answered only when its standby has them. */
class FailoverTest {
    private static final int BOOKS = 10;

    @TempDir
    Path folder;

    private EmbeddedPostgres primary;
    private EmbeddedPostgres standby;
    private TestDatabase database;
    private Transactions books;

    @BeforeEach
    void start() throws IOException {
        Path data = folder.resolve("primary");
        Path copy = folder.resolve("standby");
        int port = freePort();
        server(data, port).close();
        copy(data, copy);
        Files.createFile(copy.resolve("standby.signal"));
        configure(copy, "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'".formatted(port));
        configure(data, "synchronous_standby_names = '*'");
        primary = server(data, port);
        standby = server(copy, freePort());
        database = TestDatabase.at(new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary"
                        .formatted(port, standby.getPort()),
                "postgres",
                ""));
        books = database.bundle("io.obox.book", BookEntity.class);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        standby.close();
        primary.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(2))
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

    @ParameterizedTest(name = "with locks released early: {0}")
    @ValueSource(booleans = {false, true})
    void whatWasCommittedIsThereWhenTheStandbyHasTakenOver(boolean early) throws Exception {
        List<UUID> committed = new CopyOnWriteArrayList<>();
        Thread writer = Thread.ofPlatform().start(() -> write(committed, early));
        try {
            await().until(() -> committed.size() >= BOOKS);
            String receiver =
                    ask(standby, "select pid from pg_stat_wal_receiver").orElseThrow();
            signal("STOP", receiver);
            await("a commit that waits for the standby")
                    .until(() -> ask(primary, "select pid from pg_stat_activity where wait_event = 'SyncRep'")
                            .isPresent());
            int before = committed.size();
            signal(
                    "KILL",
                    Files.readAllLines(folder.resolve("primary/postmaster.pid")).getFirst());
            signal("CONT", receiver);
            ask(standby, "select pg_promote()");
            await().until(() -> committed.size() >= before + BOOKS);
        } finally {
            writer.interrupt();
            writer.join();
        }

        assertThat(books.<List<UUID>>call(em -> em.createQuery("select b.id from BookEntity b", UUID.class)
                        .getResultList()))
                .containsAll(committed);
    }

    /** Goes on while there is no primary, until it is interrupted. */
    private void write(List<UUID> committed, boolean early) {
        while (!Thread.currentThread().isInterrupted()) {
            BookEntity book = new BookEntity(UUID.randomUUID().toString(), 1);
            try {
                committed.add(books.call(em -> {
                    if (early) {
                        books.releaseLocksEarly();
                    }
                    em.persist(book);
                    return book.id();
                }));
            } catch (ProblemException e) {
                assertThat(e.problem().slug()).isEqualTo("unavailable");
            }
        }
    }

    private static Optional<String> ask(EmbeddedPostgres server, String query) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static void signal(String name, String pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, pid.strip()).start().waitFor())
                .isZero();
    }
}
