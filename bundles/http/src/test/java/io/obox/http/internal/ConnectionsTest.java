package io.obox.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real connections to a real server; only the clock is the test's. */
final class ConnectionsTest {
    private static final String PAGE = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String STAY = "GET /stay HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LARGE = "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int LARGE_BYTES = 32 << 20;
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{";
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30), 1000);
    private static final String ONE = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";
    private static final String PROXY = "127.0.0.4";

    private final AtomicLong clock = new AtomicLong();
    private final Connections connections =
            new Connections(new Limits(8, 4, new Origins("10.0.0.0/8, " + PROXY), PATIENCE), clock::get);
    private final List<Socket> sockets = new ArrayList<>();
    private final Semaphore stay = new Semaphore(0);
    private final Semaphore arrived = new Semaphore(0);
    private final AtomicLong taken = new AtomicLong();
    private final ConnectionStatistics statistics = new ConnectionStatistics();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));

    private HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer((request, headers) -> connections.asked(request));
        return configuration;
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        connector.addEventListener(connections);
        connector.addBean(statistics);
        server.setHandler(new Serving());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        stay.release(100);
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void whoeverFillsThePlacesOfAnAddressShutsNobodyOut() throws Exception {
        for (String hostile : List.of("", "GET / HT", UNFINISHED, LARGE)) {
            List<Socket> many = connect(ONE, 12, hostile);

            assertThat(answer(send(connect(ONE), PAGE))).as(hostile).startsWith("HTTP/1.1 200");

            assertThat(many).filteredOn(this::isOpen).hasSizeLessThan(4);
        }
    }

    @Test
    void whoeverIsBeingServedStays() throws Exception {
        List<Socket> served = connect(ONE, 4, STAY);
        arrived.acquire(4);

        Socket late = connect(ONE);

        awaitEnd(late);
        assertThat(answer(send(connect(OTHER), PAGE))).startsWith("HTTP/1.1 200");
        stay.release(4);
        for (Socket socket : served) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void whoeverHasNeverAskedGoesBeforeWhoeverHas() throws Exception {
        Socket known = send(connect(ONE), PAGE);
        assertThat(answer(known)).startsWith("HTTP/1.1 200");
        clock.addAndGet(1);
        List<Socket> silent = connect(ONE, 3, "");

        connect(ONE);

        awaitEnd(silent.getFirst());
        assertThat(answer(send(known, PAGE))).startsWith("HTTP/1.1 200");
    }

    @Test
    void placesInAllAreTakenFromTheAddressThatHasMost() throws Exception {
        List<Socket> most = connect(PROXY, 6, "");
        List<Socket> few = connect(ONE, 2, "");

        List<Socket> more = connect(OTHER, 2, "");

        awaitEnd(most.get(0));
        awaitEnd(most.get(1));
        assertThat(few).allMatch(this::isOpen);
        assertThat(more).allMatch(this::isOpen);
    }

    @Test
    void aTrustedProxyMayHaveAsManyAsThereAre() throws Exception {
        assertThat(connect(PROXY, 7, "")).allMatch(this::isOpen);
    }

    @Test
    void headersThatCrawlAreCutAndSilenceIsLeftToTheServer() throws Exception {
        Socket silent = connect(ONE);
        Socket crawling = send(connect(ONE), "GET / HTTP/1.1\r\nX-Slow: ");
        Awaitility.await().until(() -> sweepAfter(Duration.ZERO) && bytesHaveCome());

        sweepAfter(Duration.ofSeconds(1));
        for (int second = 0; second < 9; second++) {
            send(crawling, "x");
            sweepAfter(Duration.ofSeconds(1));
        }
        assertThat(isOpen(crawling)).isTrue();
        sweepAfter(Duration.ofSeconds(2));

        awaitEnd(crawling);
        assertThat(isOpen(silent)).isTrue();
    }

    @Test
    void aBodyMayTakeItsTimeButMustComeOn() throws Exception {
        Socket crawling = send(connect(ONE), UNFINISHED);
        Socket steady = send(connect(ONE), UNFINISHED);
        send(steady, "x".repeat(50_000));
        Awaitility.await().until(() -> reading() == 2);

        sweepAfter(Duration.ofSeconds(9));
        assertThat(isOpen(crawling)).isTrue();
        sweepAfter(Duration.ofSeconds(3));

        awaitEnd(crawling);
        send(steady, "x".repeat(49_999));
        assertThat(answer(steady)).startsWith("HTTP/1.1 200");
    }

    @Test
    void timeInWhichNobodyWaitsForTheBodyDoesNotCount() throws Exception {
        Socket patient = send(connect(ONE), "POST /stay HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
        arrived.acquire();

        sweepAfter(Duration.ofMinutes(5));
        stay.release();
        send(patient, "{}");

        assertThat(answer(patient)).startsWith("HTTP/1.1 200");
    }

    @Test
    void anAnswerMayTakeItsTimeButMustBeTaken() throws Exception {
        Socket stuck = send(connect(ONE), LARGE);
        Socket steady = send(connect(ONE), LARGE);
        Awaitility.await().until(() -> writing() == 2);

        for (int turn = 0; turn < 3; turn++) {
            sweepAfter(Duration.ofSeconds(9));
            assertThat(isOpen(stuck)).isTrue();
            assertThat(steady.getInputStream().readNBytes(LARGE_BYTES / 8)).hasSize(LARGE_BYTES / 8);
            Awaitility.await().until(() -> writing() == 2);
        }
        sweepAfter(Duration.ofSeconds(31));

        awaitEnd(stuck);
        assertThat(isOpen(steady)).isTrue();
    }

    /** Answers when it has read the body; under one path only when it is let, and under another with much. */
    private final class Serving extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (request.getHttpURI().getPath().equals("/stay")) {
                arrived.release();
                stay.acquire();
            }
            Content.Source.consumeAll(request);
            int length = request.getHttpURI().getPath().equals("/large") ? LARGE_BYTES : 0;
            response.getHeaders().put("Content-Length", length);
            response.write(true, ByteBuffer.allocate(length), callback);
            return true;
        }
    }

    private boolean sweepAfter(Duration time) {
        clock.addAndGet(time.toNanos());
        connections.endSlow();
        return true;
    }

    private boolean bytesHaveCome() {
        return connector.getConnectedEndPoints().stream()
                .anyMatch(point -> point.getConnection().getBytesIn() > 0);
    }

    private long writing() {
        return connector.getConnectedEndPoints().stream()
                .filter(point -> ((AbstractEndPoint) point).getWriteFlusher().isPending())
                .count();
    }

    private long reading() {
        return connector.getConnectedEndPoints().stream()
                .filter(point -> point.getConnection().getMessagesIn() > 0 && point.isFillInterested())
                .count();
    }

    private List<Socket> connect(String from, int count, String text) throws IOException {
        List<Socket> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clock.addAndGet(1);
            opened.add(send(connect(from), text));
        }
        return opened;
    }

    private Socket connect(String from) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        // told by the server's own count, for one that has to go at once is never seen among the open ones
        long opened = taken.incrementAndGet();
        Awaitility.await().until(() -> statistics.getConnectionsTotal() >= opened);
        return socket;
    }

    private static Socket send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        StringBuilder answer = new StringBuilder(new String(start, StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                return answer.toString();
            }
            answer.append((char) read);
        }
        return answer.toString();
    }

    private void awaitEnd(Socket socket) {
        Awaitility.await().until(() -> !isOpen(socket));
    }

    /** Whether the server has not closed it. */
    private boolean isOpen(Socket socket) {
        return connector.getConnectedEndPoints().stream()
                .anyMatch(point -> socket.getLocalSocketAddress().equals(point.getRemoteSocketAddress()));
    }
}
