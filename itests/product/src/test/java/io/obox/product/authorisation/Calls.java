package io.obox.product.authorisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.product.access.Api.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Requests that carry nothing but what the test gives them, each from an address of its own: nobody is counted twice. */
final class Calls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STREAM = "text/event-stream";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Calls(URI base) {
        this.base = base;
    }

    Answer get(@Nullable String bearer, String path) {
        return send("GET", path, bearer, null, Map.of());
    }

    Answer post(@Nullable String bearer, String path, Object body) {
        return send("POST", path, bearer, body, Map.of());
    }

    /** Sends it and reads the answer; of a stream of events only that it has begun. */
    Answer send(
            String method, String path, @Nullable String bearer, @Nullable Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(PATIENCE)
                    .header("X-Forwarded-For", address())
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
            headers.forEach(request::header);
            if (body != null) {
                request.header(
                        "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
            }
            if (bearer != null) {
                request.header("Authorization", "Bearer " + bearer);
            }
            return read(sent(request.build()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A server that refuses a request before its body has come closes the connection, on which the next may be under way. */
    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            return client.send(request, BodyHandlers.ofInputStream());
        }
    }

    private static Answer read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            boolean streams = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith(STREAM))
                    .isPresent();
            String body = streams ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), response.headers(), body);
        }
    }

    private static String text(Object body) throws IOException {
        return body instanceof String raw ? raw : JSON.writeValueAsString(body);
    }

    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "2001:db8:" + Integer.toHexString(random.nextInt(0x10000)) + ":"
                + Integer.toHexString(random.nextInt(0x10000)) + "::1";
    }
}
