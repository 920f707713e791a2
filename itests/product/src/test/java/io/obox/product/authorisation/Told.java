package io.obox.product.authorisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What an open stream of events tells somebody, as it comes. */
final class Told implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final InputStream stream;
    private final Thread reader;

    /**
     * Opens one.
     *
     * @param last the id of an event after which it is to go on, or null
     */
    Told(URI base, String bearer, @Nullable String last) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/events")).header("Authorization", "Bearer " + bearer);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("no stream: " + response.statusCode());
        }
        stream = response.body();
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            lines.add("ended: " + e);
        }
    }

    boolean mentions(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    boolean hasEnded() {
        return !reader.isAlive();
    }

    /** The id of the last event. */
    String lastId() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(3)
                .strip();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
