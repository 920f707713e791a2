package io.obox.container.web;

import static io.obox.container.web.Problems.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

/** Every error there is comes as a problem, with all headers. */
public class ProblemsTest extends WebTest {
    private ServiceRegistration<ThingResource> things;

    @Before
    public void publishThings() {
        things = publish(ThingResource.class, new ThingResource(), "test.things", "/api/things");
    }

    @After
    public void withdrawThings() {
        things.unregister();
    }

    @Test
    public void whatWorksIsJson() {
        HttpResponse<String> response = http().get("/api/things?limit=3");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"caller\":\"ann@example.org\",\"limit\":3,\"at\":\"2026-01-02T03:04:05Z\",\"nothing\":null}");
    }

    @Test
    public void unknownPathsOutsideAndInsideOfTheApi() {
        check(http().get("/nothing/here"), 404, "not-found");
        check(http().get("/api/nothing"), 404, "not-found");
        check(http().get("/api/things/0/1/2"), 404, "not-found");
        check(http().get("/api/things/no-uuid"), 404, "not-found");
    }

    @Test
    public void nobodyIsLoggedIn() {
        check(http().send(anonymous("/api/things")), 401, "unauthenticated");
        check(http().send(anonymous("/api/nothing")), 401, "unauthenticated");
        check(http().send(anonymous("/api/events")), 401, "unauthenticated");
        check(http().send(anonymous("/api/things").header("Cookie", "obox_access_here=false")), 401, "unauthenticated");
    }

    @Test
    public void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> response =
                http().send(http().request("/api/things").DELETE());

        check(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
        for (String path : List.of("/api/events", "/healthz", "/readyz", "/api/openapi.json")) {
            HttpResponse<String> refused = http().send(http().post(path, "{}"));
            check(refused, 405, "method-not-allowed");
            assertThat(refused.headers().firstValue("Allow")).as(path).hasValue("GET, HEAD");
        }
    }

    @Test
    public void malformedJsonIsToldWhereItBreaks() {
        JsonNode problem = check(http().send(http().post("/api/things", "{\"name\":\n oops}")), 400, "malformed");

        assertThat(problem.path("detail").asText()).contains("line 2, column");
        check(http().send(http().post("/api/things", "")), 400, "malformed");
    }

    @Test
    public void fieldsAtFaultArePointedTo() {
        pointsTo("{\"nme\":1}", "/nme");
        pointsTo("{\"size\":\"big\"}", "/size");
        pointsTo("{\"parts\":[{\"colour\":\"BLUE\"}]}", "/parts/0/colour");
    }

    @Test
    public void queryParametersAreKnownOrRefused() {
        JsonNode unknown = check(http().get("/api/things?limt=3"), 422, "validation");
        JsonNode unread = check(http().get("/api/things?limit=many"), 422, "validation");

        assertThat(unknown.at("/errors/0/pointer").asText()).isEqualTo("/limt");
        assertThat(unread.at("/errors/0/pointer").asText()).isEqualTo("/limit");
    }

    @Test
    public void queryParametersStandOnce() {
        JsonNode twice = check(http().get("/api/things?limit=2&limit=300"), 422, "validation");

        assertThat(twice.at("/errors/0/pointer").asText()).isEqualTo("/limit");
        assertThat(twice.at("/errors/0/detail").asText()).contains("once");
    }

    @Test
    public void aWriteWithoutABodyKnowsNoFields() {
        JsonNode problem = check(http().send(http().post("/api/things/work", "{\"foo\":1}")), 422, "validation");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/foo");
        check(http().send(http().post("/api/things/work", "foo")), 400, "malformed");
        check(http().send(http().post("/api/things/work", "[]")), 422, "validation");
        for (String nothing : List.of("{}", "")) {
            assertThat(http().send(http().post("/api/things/work", nothing)).statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    public void theCharacterThatTheDatabaseCannotKeepIsRefusedEverywhere() {
        pointsTo("{\"parts\":[{\"name\":\"a\\u0000b\"}]}", "/parts/0/name");
        JsonNode query = check(http().get("/api/things?limit=%00"), 422, "validation");

        assertThat(query.at("/errors/0/detail").asText()).contains("U+0000");
    }

    @Test
    public void bodiesHaveALimitAnnouncedOrNot() {
        String blanks = " ".repeat(1_100_000);

        check(http().send(http().post("/api/things", blanks)), 413, "too-large");
        check(http().send(chunked(blanks)), 413, "too-large");
        check(http().send(chunked("{\"name\":\"" + "a".repeat(1_100_000) + "\"}")), 413, "too-large");
        check(http().send(chunked("{\"parts\":[" + "{},".repeat(400_000) + "{}]}")), 413, "too-large");
    }

    @Test
    public void aBodyThatIsMissingIsAskedFor() {
        check(http().send(http().request("/api/things").POST(BodyPublishers.noBody())), 400, "malformed");
        check(
                http().send(http().request("/api/things/changes").method("PATCH", BodyPublishers.noBody())),
                400,
                "malformed");
    }

    @Test
    public void strangersHaveLessRoom() {
        ServiceRegistration<OpenResource> login =
                publish(OpenResource.class, new OpenResource(), "test.login", "/api/auth/login");
        byte[] large = ("{\"name\":\"" + "a".repeat(20_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        try {
            check(http().send(open().POST(BodyPublishers.ofByteArray(large))), 413, "too-large");
            check(
                    http().send(open().POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                    413,
                    "too-large");
            assertThat(http().send(open().POST(BodyPublishers.ofString("{}"))).statusCode())
                    .isEqualTo(204);
        } finally {
            login.unregister();
        }
    }

    /** Under a path that needs no login. */
    private HttpRequest.Builder open() {
        return anonymous("/api/auth/login").header("Content-Type", "application/json");
    }

    @Test
    public void aBodyThatCanNotBeReadIsItsSendersFault() throws IOException {
        String head = "POST /api/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + FakeLogin.TOKEN
                + "\r\nContent-Type: application/json\r\nConnection: close\r\n";

        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:obox:problem:malformed");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\nzz\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:obox:problem:malformed");
        assertThat(cut(head + "Content-Length: 100\r\n\r\n{\"name\":")).startsWith("HTTP/1.1 400");
        assertThat(cut(head + "Transfer-Encoding: chunked\r\n\r\n20\r\n{")).startsWith("HTTP/1.1 400");
    }

    @Test
    public void mediaTypesAreChecked() {
        check(
                http().send(http().request("/api/things")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        check(http().send(http().request("/api/things").header("Accept", "text/html")), 406, "not-acceptable");
    }

    @Test
    public void aBugTellsItsIncidentAndNothingElse() {
        for (String path : List.of("/api/things/bug", "/api/things/broken")) {
            HttpResponse<String> response = http().get(path);
            JsonNode problem = check(response, 500, "internal");

            assertThat(problem.path("incident").asText()).as(path).matches("[0-9a-f]{12}");
            assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
        }
    }

    @Test
    public void problemsOfServicesComeWhole() {
        JsonNode conflict = check(http().get("/api/things/conflict"), 409, "state-conflict");
        HttpResponse<String> away = http().get("/api/things/away");

        assertThat(conflict.path("detail").asText()).isEqualTo("It is off.");
        assertThat(conflict.path("remedy").asText()).isEqualTo("Start it.");
        check(away, 503, "unavailable");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    public void pagesOfOtherSitesMayNotWrite() {
        check(http().send(http().post("/api/things", "{}").header("Sec-Fetch-Site", "cross-site")), 403, "forbidden");
    }

    @Test
    public void whatIsNoHttpGetsAProblemToo() throws IOException {
        for (String nonsense : List.of("GET /api/%zz HTTP/1.1", "GET /api/things/%00 HTTP/1.1", "NONSENSE")) {
            String answer = raw(nonsense + "\r\nHost: x\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("urn:obox:problem:malformed");
            assertThat(answer)
                    .contains("Content-Security-Policy")
                    .doesNotContain("Jetty")
                    .doesNotContain("Server:");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("urn:obox:problem:too-large");
    }

    @Test
    public void aNameThatOnlyItsBearerGaveItselfLeadsNowhere() throws Exception {
        for (String path : List.of("/", "/healthz", "/api/auth/login", "/api/openapi.json")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 421")
                    .contains("X-Request-Id: ", "urn:obox:problem:misdirected");
        }
        assertThat(raw("GET /healthz HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    public void requestsKeepASaneIdOfTheirOwn() {
        assertThat(http().send(http().request("/api/things").header("X-Request-Id", "abc-1.2_3"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .hasValue("abc-1.2_3");
        assertThat(http().send(http().request("/api/things").header("X-Request-Id", "a b<c>"))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElse(""))
                .hasSize(36);
    }

    @Test
    public void headHasTheHeadersOfGet() {
        HttpResponse<String> head = http().send(http().request("/api/things").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> lost = http().send(http().request("/api/nothing").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpRequest.Builder chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return http().post("/api/things", "").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private void pointsTo(String body, String pointer) {
        JsonNode problem = check(http().send(http().post("/api/things", body)), 422, "validation");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    private HttpRequest.Builder anonymous(String path) {
        return http().request(path).setHeader("Authorization", "");
    }

    /** What is answered to a request that is broken off, while its sender still listens. */
    private String cut(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
