package io.obox.embedded.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.PidFile;
import io.obox.embedded.internal.server.Supervisor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path temporary;

    private Path root;

    private final Semaphore answers = new Semaphore(0);
    private final List<Supervisor> supervisors = new ArrayList<>();

    /** Nothing is taken for granted about the folder's name. */
    @BeforeEach
    void nameTheFolder() {
        root = temporary.resolve("Ann's \"data\" \\ dätä");
    }

    @AfterEach
    void stop() {
        supervisors.forEach(Supervisor::stop);
    }

    private RedisProcess server() {
        return new RedisProcess(new DataFolder(root));
    }

    private Supervisor start(RedisProcess server) throws InterruptedException {
        Supervisor supervisor = Supervisor.start(server, new DataFolder(root), "redis", answers::release);
        supervisors.add(supervisor);
        awaitAnswer();
        return supervisor;
    }

    private void awaitAnswer() throws InterruptedException {
        assertThat(answers.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private ProcessHandle process() throws IOException {
        return new PidFile(root.resolve("redis/redis.pid")).process().orElseThrow();
    }

    /** Sends the lines and returns the first as many bytes of the answer. */
    private static String ask(RedisProcess server, String lines, int bytes) throws IOException {
        URI address = URI.create(server.address().url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String login = "AUTH " + address.getUserInfo().substring(1) + "\r\n";
            socket.getOutputStream().write((login + lines).getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes("+OK\r\n".length());
            return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void dataAndAddressOutliveARestart() throws Exception {
        RedisProcess first = server();
        Supervisor supervisor = start(first);
        assertThat(ask(first, "SET kept 1\r\n", 3)).isEqualTo("+OK");
        supervisor.stop();

        RedisProcess second = server();
        start(second);

        assertThat(second.address()).isEqualTo(first.address());
        assertThat(ask(second, "GET kept\r\n", 5)).isEqualTo("$1\r\n1");
    }

    @Test
    void nothingIsAnsweredWithoutThePassword() throws Exception {
        RedisProcess server = server();
        start(server);

        int port = URI.create(server.address().url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
                    .isEqualTo("-NOAUTH");
        }
    }

    @Test
    void aKilledServerComesBackAtTheSameAddress() throws Exception {
        RedisProcess server = server();
        start(server);
        String before = server.address().url();

        process().destroyForcibly();

        awaitAnswer();
        assertThat(server.address().url()).isEqualTo(before);
    }

    @Test
    void aServerLeftBehindIsAdopted() throws Exception {
        RedisProcess dead = server();
        dead.prepare();
        Process left = dead.launch();
        await().atMost(PATIENCE).until(() -> dead.answers(left.toHandle()));

        Supervisor supervisor = start(server());

        assertThat(process().pid()).isEqualTo(left.pid());
        supervisor.stop();
        assertThat(left.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
