package io.obox.container.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** What computes without end, until it is told to stop. It has a name, by which it is found from a request. */
final class Spinning {
    private static final Map<String, Spinning> KNOWN = new ConcurrentHashMap<>();

    final String name = UUID.randomUUID().toString();
    final Semaphore begun = new Semaphore(0);
    volatile boolean enough;

    private Spinning() {}

    static Spinning begin() {
        Spinning spinning = new Spinning();
        KNOWN.put(spinning.name, spinning);
        return spinning;
    }

    static Spinning of(String name) {
        return Objects.requireNonNull(KNOWN.get(name));
    }

    void end() {
        enough = true;
        KNOWN.remove(name);
    }

    /** What kind of thread it ran on. */
    String spin() {
        begun.release();
        while (!enough) {
            Thread.onSpinWait();
        }
        return thread();
    }

    static String thread() {
        return Thread.currentThread().isVirtual() ? "virtual" : "platform";
    }
}
