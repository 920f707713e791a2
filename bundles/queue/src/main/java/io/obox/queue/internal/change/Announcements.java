package io.obox.queue.internal.change;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.job.Job;
import io.obox.job.JobEvents;
import io.obox.job.JobProgress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes that jobs have changed. Changes of one job that follow each other closely become one event. */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int PERIOD_MILLIS = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("obox-queue-events").factory());
    private final Consumer<Change<JobEvents>> events;
    private Map<UUID, Change<JobEvents>> changed = new LinkedHashMap<>();

    /** To {@link Events#publish} or whatever takes its place. */
    Announcements(Consumer<Change<JobEvents>> events) {
        this.events = events;
    }

    /** A job, as it is now. */
    void changed(Job job) {
        announce(about(job)
                .with(JobEvents.STATE, job.state())
                .with(JobEvents.ATTEMPT, (long) job.attempt())
                .with(JobEvents.PROGRESS, job.progress())
                .with(JobEvents.STARTED_AT, job.startedAt())
                .with(JobEvents.FINISHED_AT, job.finishedAt()));
    }

    /** How far the work on a job is, if that is known. Its state may be another one by now, so none is told. */
    void progressed(Job job, @Nullable JobProgress progress) {
        Change<JobEvents> change = about(job);
        announce(progress == null ? change : change.with(JobEvents.PROGRESS, progress));
    }

    private static Change<JobEvents> about(Job job) {
        return Change.changed(
                        JobEvents.TOPIC, job.id(), Audience.owner(job.owner().id()))
                .with(JobEvents.KIND, job.kind())
                .with(JobEvents.SUBJECT, job.subject());
    }

    private synchronized void announce(Change<JobEvents> change) {
        if (changed.isEmpty() && !clock.isShutdown()) {
            clock.schedule(this::publish, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.merge(change.objectId(), change, Announcements::later);
    }

    private static Change<JobEvents> later(Change<JobEvents> known, Change<JobEvents> next) {
        return known.tells(JobEvents.STATE) && !next.tells(JobEvents.STATE) ? known : next;
    }

    void close() {
        clock.shutdown();
        publish();
    }

    private void publish() {
        take().values().forEach(change -> {
            try {
                events.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("An event could not be published", e);
            }
        });
    }

    private synchronized Map<UUID, Change<JobEvents>> take() {
        Map<UUID, Change<JobEvents>> taken = changed;
        changed = new LinkedHashMap<>();
        return taken;
    }
}
