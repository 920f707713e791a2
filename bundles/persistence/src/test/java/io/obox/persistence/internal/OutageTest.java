package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
    /** How many connections are kept ready. */
    private static final int IDLE = 4;

    @TempDir
    Path data;

    private int port;
    private EmbeddedPostgres server;
    private TestDatabase database;
    private Transactions books;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = server();
        database = TestDatabase.at(new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", ""));
        books = database.bundle("io.obox.book", BookEntity.class);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        server.close();
    }

    private EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private long count() {
        return books.call(em ->
                em.createQuery("select count(b) from BookEntity b", Long.class).getSingleResult());
    }

    private void add(String title) {
        books.<Object>call(em -> {
            em.persist(new BookEntity(title, 1));
            return title;
        });
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("unavailable"));
    }

    @Test
    void callsAreRefusedSoonWhileTheDatabaseIsAwayAndServedWhenItIsBack() throws IOException {
        add("Emma");
        server.close();

        assertUnavailable(this::count);
        await().until(() -> !database.reachable());
        // the machine may stand still during one call, but not during each
        assertThat(IntStream.range(0, 10).mapToObj(i -> timeOfRefusal()).min(Comparator.naturalOrder()))
                .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofMillis(500)));

        server = server();
        await().pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count()).isEqualTo(1));
    }

    private Duration timeOfRefusal() {
        long start = System.nanoTime();
        assertUnavailable(this::count);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aConnectionThatIsCutSpoilsOneCallAndNoMore() {
        add("Emma");
        await().until(() -> connections() == IDLE);

        assertUnavailable(() -> books.<Object>call(em -> {
            em.persist(new BookEntity("Persuasion", 1));
            em.flush();
            cutAllConnections();
            return count();
        }));

        assertThat(count()).isEqualTo(1);
    }

    /** One that is still being made would be cut, and come into use afterwards. */
    private long connections() throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = 'obox'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void cutAllConnections() throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'obox'");
        }
    }
}
