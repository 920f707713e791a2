package io.obox.product.swap;

import io.obox.product.access.Api;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Somebody who reads the event stream, and comes back when it ends, as a browser does. */
final class Watch implements AutoCloseable {
    private final Api api;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Thread reader;
    private volatile boolean going = true;

    Watch(Api api) throws IOException, InterruptedException {
        this.api = api;
        Stream<String> first = api.events();
        reader = Thread.ofVirtual().start(() -> read(first));
    }

    /** Whether an event has come that names this. */
    boolean toldOf(String id) {
        return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(id));
    }

    /** How many times the stream ended by itself. */
    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        reader.interrupt();
        reader.join();
    }

    private void read(Stream<String> first) {
        Stream<String> events = first;
        while (going) {
            try (Stream<String> open = events) {
                open.forEach(lines::add);
            } catch (RuntimeException e) {
                lines.add("cut: " + e);
            }
            if (going) {
                cuts.incrementAndGet();
                events = again();
            }
        }
    }

    private Stream<String> again() {
        try {
            return api.events();
        } catch (IOException e) {
            return Stream.of("refused: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
