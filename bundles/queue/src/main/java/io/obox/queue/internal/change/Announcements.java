package io.obox.queue.internal.change;

import io.obox.event.Event;
import io.obox.event.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes that jobs have changed. Changes of one job that follow each other closely become one event. */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int PERIOD_MILLIS = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("obox-queue-events").factory());
    private final Consumer<Event> events;
    private Map<UUID, UUID> changed = new LinkedHashMap<>();

    /** To {@link Events#publish} or whatever takes its place. */
    Announcements(Consumer<Event> events) {
        this.events = events;
    }

    /** A job, and whose it is. */
    synchronized void changed(UUID job, UUID owner) {
        if (changed.isEmpty() && !clock.isShutdown()) {
            clock.schedule(this::publish, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.put(job, owner);
    }

    void close() {
        clock.shutdown();
        publish();
    }

    private void publish() {
        take().forEach((job, owner) -> {
            try {
                events.accept(Event.changed("job", job, owner));
            } catch (RuntimeException e) {
                LOG.warn("An event could not be published", e);
            }
        });
    }

    private synchronized Map<UUID, UUID> take() {
        Map<UUID, UUID> taken = changed;
        changed = new LinkedHashMap<>();
        return taken;
    }
}
