package io.obox.queue.internal.change;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.job.Job;
import io.obox.job.JobEvents;
import io.obox.job.JobProgress;
import io.obox.job.JobState;
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

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-queue-events")
            .factory());
    private final Consumer<Change<JobEvents>> events;
    private Map<UUID, Change<JobEvents>> changed = new LinkedHashMap<>();

    /** To {@link Events#publish} or whatever takes its place. */
    Announcements(Consumer<Change<JobEvents>> events) {
        this.events = events;
    }

    /** A job, as it is now. Why it waits, if it does, is not known here: then it has to be asked for. */
    void changed(Job job) {
        Change<JobEvents> change = about(job)
                .version(job.version())
                .with(JobEvents.STATE, job.state())
                .with(JobEvents.ATTEMPT, (long) job.attempt())
                .with(JobEvents.MAX_ATTEMPTS, (long) job.maxAttempts())
                .with(JobEvents.PROGRESS, job.progress())
                .with(JobEvents.SCHEDULED_AT, job.scheduledAt())
                .with(JobEvents.STARTED_AT, job.startedAt())
                .with(JobEvents.FINISHED_AT, job.finishedAt())
                .with(JobEvents.NODE, job.node());
        Change<JobEvents> promised = job.state() == JobState.AVAILABLE ? change : change.since(0);
        announce(promised.with(JobEvents.PROBLEM, job.problem()));
    }

    /** How far the work on a job is. Its state may be another one by now, so none is told. */
    void progressed(Job job, JobProgress progress, long version) {
        announce(about(job).version(version).since(version - 1).with(JobEvents.PROGRESS, progress));
    }

    private static Change<JobEvents> about(Job job) {
        return Change.changed(
                        JobEvents.TOPIC, job.id(), Audience.owner(job.owner().id()))
                .with(JobEvents.KIND, job.kind())
                .with(JobEvents.ACTION, job.action())
                .with(JobEvents.SUBJECT, job.subject())
                .with(JobEvents.PARENT_ID, job.parentId());
    }

    private synchronized void announce(Change<JobEvents> change) {
        if (changed.isEmpty() && !clock.isShutdown()) {
            clock.schedule(this::publish, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.merge(change.objectId(), change, Announcements::later);
    }

    /** The later one of two versions, and what the earlier one tells besides. */
    private static Change<JobEvents> later(Change<JobEvents> one, Change<JobEvents> other) {
        boolean inOrder = one.version().orElse(0) <= other.version().orElse(0);
        Change<JobEvents> next = inOrder ? other : one;
        Change<JobEvents> known = inOrder ? one : other;
        long version = known.version().orElse(0);
        if (next.tells(JobEvents.STATE) || next.since().orElse(version + 1) > version) {
            return next;
        }
        Change<JobEvents> both = known.version(next.version().orElseThrow());
        return both.with(JobEvents.PROGRESS, next.value(JobEvents.PROGRESS));
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
