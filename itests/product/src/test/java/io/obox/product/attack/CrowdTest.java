package io.obox.product.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.product.access.Api;
import io.obox.product.access.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand hostile connections, of one kind after the other, on the default heap. */
@Tag("product")
@Tag("alone")
final class CrowdTest {
    private static final int SIZE = 1000;
    private static final Duration TOO_LONG = Duration.ofSeconds(1);
    private static final int MIB = 1 << 20;
    private static final UUID NO_VM = new UUID(0, 0);
    /** An address that the crowd does not come from. */
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

    private static final String LOGIN =
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: application/json\r\n";

    @TempDir
    static Path folder;

    private static Product product;
    private static Api user;

    @BeforeAll
    static void boot() {
        product = Product.simulated(folder.resolve("data"));
        user = product.admin();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    static Stream<Arguments> crowds() {
        String huge = "{\"email\":\"" + "a".repeat(MIB);
        return Stream.of(
                Arguments.of("silence", "", false),
                Arguments.of("headers that crawl", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", true),
                Arguments.of("bodies that crawl", LOGIN + "Content-Length: 15000\r\n\r\n{\"email\":\"", true),
                Arguments.of("unfinished bodies", LOGIN + "Content-Length: " + (MIB + 100) + "\r\n\r\n" + huge, false),
                Arguments.of("unfinished chunks", LOGIN + "Transfer-Encoding: chunked\r\n\r\n100100\r\n" + huge, false),
                Arguments.of(
                        "unfinished bodies just small enough",
                        LOGIN + "Content-Length: 16000\r\n\r\n{\"email\":\"" + "a".repeat(15_000),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crowds")
    void aUserIsAnsweredWithinASecondBeside(String kind, String text, boolean goesOn) throws Exception {
        try (Crowd crowd = new Crowd(product.port(), SIZE, number -> text, goesOn)) {
            assertUserIsAnswered(kind);
        }
    }

    @Test
    void aUserIsAnsweredWithinASecondBesideBodiesOfAnotherUserThatAreNeverFinished() throws Exception {
        String head = "POST /api/vms HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + MIB + "\r\n\r\n{\"name\":\"";
        try (Crowd crowd = new Crowd(product.port(), SIZE, number -> head + "a".repeat(900_000), false)) {
            assertUserIsAnswered("large bodies");
        }
    }

    @Test
    void aUserIsAnsweredWithinASecondBesideReadersOfEventsThatNeverRead() throws Exception {
        String stream = "GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies() + "\r\n\r\n";
        try (Crowd crowd = new Crowd(product.port(), SIZE, number -> stream, false)) {
            assertUserIsAnswered("readers");
        }
    }

    @Test
    void aUserIsAnsweredWithinASecondBesideStrangersWhoDoNotReadWhatTheyAskFor() throws Exception {
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
                .matcher(user.get("/").body());
        assertThat(script.find()).isTrue();
        String request = "GET " + script.group(1) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Crowd crowd = new Crowd(product.port(), SIZE, number -> request.repeat(50), false)) {
            assertUserIsAnswered("those who do not read");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no number\r\n{\"email\":\"\"}\r\n", "20\r\n{\"email\":"})
    void aBadChunkIsAnsweredWithoutAWordInTheLog(String chunk) throws IOException {
        assertThat(answer(LOGIN + "Transfer-Encoding: chunked\r\n\r\n" + chunk)).startsWith("HTTP/1.1 400 ");
        assertUserIsAnswered("chunks that can't be read");
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/vms", "POST, /api/vms/actions", "PATCH, /api/vms/{id}", "POST, /api/vms/{id}/actions"})
    void aBodyThatIsMissingIsAskedFor(String method, String path) throws IOException {
        HttpRequest.Builder request = user.request(path.replace("{id}", NO_VM.toString()));

        Api.Answer answer = user.send(request.method(method, BodyPublishers.noBody()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:obox:problem:malformed");
        assertUserIsAnswered("bodies that are missing");
    }

    /** Of a client that says no more after its request. */
    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", product.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of a login beside the user's own. */
    private static String cookies() {
        return String.join(
                "; ",
                new Api(product.address())
                        .login(Product.EMAIL, Product.PASSWORD).headers().allValues("Set-Cookie").stream()
                                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                                .toList());
    }

    private static void assertUserIsAnswered(String beside) throws IOException {
        Api newcomer = new Api(product.address(), ELSEWHERE);
        assertAnsweredInTime(newcomer, "/", beside);
        assertThat(newcomer.login(Product.EMAIL, Product.PASSWORD).status())
                .as("a login beside %s", beside)
                .isEqualTo(200);
        for (int times = 0; times < 10; times++) {
            for (String path : new String[] {"/", "/api/vms", "/readyz"}) {
                assertAnsweredInTime(user, path, beside);
            }
        }
        assertThat(product.process().isAlive()).isTrue();
        assertThat(Files.readString(product.data().resolve("logs/obox.log")))
                .as("what clients do is no fault of OBox")
                .doesNotContain(
                        "EofException", "ClosedChannelException", "concurrent.TimeoutException", "BadMessageException");
    }

    private static void assertAnsweredInTime(Api who, String path, String beside) {
        HttpRequest.Builder request = who.request(path).GET();
        long began = System.nanoTime();
        Api.Answer answer = who.send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(answer.status())
                .as("%s beside %s: %s", path, beside, answer.body())
                .isEqualTo(200);
        assertThat(took).as("%s beside %s", path, beside).isLessThan(TOO_LONG);
    }
}
