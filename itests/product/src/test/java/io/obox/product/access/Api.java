package io.obox.product.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The product's REST interface as a client of one person uses it. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient client;

    /** An answer; status 0 where there was none, with the reason as its body. */
    public record Answer(int status, HttpHeaders headers, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }
    }

    /** Nobody is logged in yet. */
    public Api(URI base) {
        this(base, browser().build());
    }

    /** From an address of this machine. */
    public Api(URI base, InetAddress from) {
        this(base, browser().localAddress(from).build());
    }

    private static HttpClient.Builder browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE);
    }

    private Api(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /** The same browser, with the same cookies, at another address. */
    public Api at(URI other) {
        return new Api(other, client);
    }

    /** Logs in and keeps the cookies. */
    public Answer login(String email, String password) {
        return post("/api/auth/login", Map.of("email", email, "password", password));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** With further headers. */
    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body)));
        headers.forEach(request::header);
        return send(request);
    }

    /** A request that the caller goes on building. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    /** Sends it; that nobody answers is an answer too. */
    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            return new Answer(0, HttpHeaders.of(Map.of(), (a, b) -> true), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, HttpHeaders.of(Map.of(), (a, b) -> true), "interrupted");
        }
    }

    /** The lines of the event stream, until the caller closes it or the product ends it. */
    public Stream<String> events() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/api/events")).build();
        return client.send(request, BodyHandlers.ofLines()).body();
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
