package io.obox.job;

import io.obox.event.Attribute;
import io.obox.event.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of jobs, to their owners and to administrators. Changes that follow each other closely become one event. Jobs
 * have no versions: what is told is what was true at some moment before.
 */
public final class JobEvents {
    /** The jobs. */
    public static final Topic<JobEvents> TOPIC = Topic.of("job");

    /** {@link Job#kind}. */
    public static final Attribute<JobEvents, String> KIND = TOPIC.text("kind");

    /** {@link Job#subject}. */
    public static final Attribute<JobEvents, Subject> SUBJECT =
            TOPIC.object("subject", JobEvents::parts, JobEvents::subject);

    /** {@link Job#state}. */
    public static final Attribute<JobEvents, JobState> STATE = TOPIC.constant("state", JobState.class);

    /** {@link Job#attempt}. */
    public static final Attribute<JobEvents, Long> ATTEMPT = TOPIC.number("attempt");

    /** {@link Job#progress}. */
    public static final Attribute<JobEvents, JobProgress> PROGRESS =
            TOPIC.object("progress", JobEvents::parts, JobEvents::progress);

    /** {@link Job#startedAt}. */
    public static final Attribute<JobEvents, Instant> STARTED_AT = TOPIC.time("startedAt");

    /** {@link Job#finishedAt}. */
    public static final Attribute<JobEvents, Instant> FINISHED_AT = TOPIC.time("finishedAt");

    private JobEvents() {}

    private static Map<String, ?> parts(Subject subject) {
        return Map.of("type", subject.type(), "id", subject.id().toString(), "name", subject.name());
    }

    private static Subject subject(Map<?, ?> parts) {
        return new Subject(
                String.valueOf(parts.get("type")),
                UUID.fromString(String.valueOf(parts.get("id"))),
                String.valueOf(parts.get("name")));
    }

    private static Map<String, ?> parts(JobProgress progress) {
        Map<String, @Nullable Object> parts = new HashMap<>();
        parts.put("percent", progress.percent());
        parts.put("step", progress.step());
        return parts;
    }

    private static JobProgress progress(Map<?, ?> parts) {
        Object percent = parts.get("percent");
        return new JobProgress(percent instanceof Number number ? number.intValue() : 0, (String) parts.get("step"));
    }
}
