package io.obox.queue.internal.change;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.job.Job;
import io.obox.job.JobEvents;
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
    private final Consumer<Change<JobEvents>> events;
    private Map<UUID, Job> changed = new LinkedHashMap<>();

    /** To {@link Events#publish} or whatever takes its place. */
    Announcements(Consumer<Change<JobEvents>> events) {
        this.events = events;
    }

    /** A job, as it is now. */
    synchronized void changed(Job job) {
        if (changed.isEmpty() && !clock.isShutdown()) {
            clock.schedule(this::publish, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.put(job.id(), job);
    }

    void close() {
        clock.shutdown();
        publish();
    }

    private void publish() {
        take().values().forEach(job -> {
            try {
                events.accept(Change.changed(
                                JobEvents.TOPIC,
                                job.id(),
                                Audience.owner(job.owner().id()))
                        .with(JobEvents.STATE, job.state()));
            } catch (RuntimeException e) {
                LOG.warn("An event could not be published", e);
            }
        });
    }

    private synchronized Map<UUID, Job> take() {
        Map<UUID, Job> taken = changed;
        changed = new LinkedHashMap<>();
        return taken;
    }
}
