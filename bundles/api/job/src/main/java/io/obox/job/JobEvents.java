package io.obox.job;

import io.obox.event.Attribute;
import io.obox.event.Topic;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of jobs, to their owners and to administrators. Changes that follow each other closely become one event. It tells
 * all that can change of a job, unless the job waits for a worker: why it waits nobody knows before it is asked for.
 */
public final class JobEvents {
    /** The jobs. */
    public static final Topic<JobEvents> TOPIC = Topic.of("job");

    /** {@link Job#kind}. */
    public static final Attribute<JobEvents, String> KIND = TOPIC.text("kind");

    /** {@link Job#action}. */
    public static final Attribute<JobEvents, String> ACTION = TOPIC.text("action");

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

    /** {@link Job#maxAttempts}. */
    public static final Attribute<JobEvents, Long> MAX_ATTEMPTS = TOPIC.number("maxAttempts");

    /** {@link Job#problem}, with the members of a problem document. */
    public static final Attribute<JobEvents, Problem> PROBLEM =
            TOPIC.object("problem", JobEvents::parts, JobEvents::problem);

    /** {@link Job#scheduledAt}. */
    public static final Attribute<JobEvents, Instant> SCHEDULED_AT = TOPIC.time("scheduledAt");

    /** {@link Job#startedAt}. */
    public static final Attribute<JobEvents, Instant> STARTED_AT = TOPIC.time("startedAt");

    /** {@link Job#finishedAt}. */
    public static final Attribute<JobEvents, Instant> FINISHED_AT = TOPIC.time("finishedAt");

    /** {@link Job#node}. */
    public static final Attribute<JobEvents, String> NODE = TOPIC.text("node");

    /** {@link Job#parentId}. */
    public static final Attribute<JobEvents, UUID> PARENT_ID = TOPIC.id("parentId");

    private static final String PROBLEM_TYPE = "urn:obox:problem:";

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
        parts.put("stepCode", progress.stepCode());
        parts.put("stepArgs", progress.stepArgs());
        return parts;
    }

    private static JobProgress progress(Map<?, ?> parts) {
        return new JobProgress(
                number(parts.get("percent")),
                (String) parts.get("step"),
                (String) parts.get("stepCode"),
                arguments(parts.get("stepArgs")));
    }

    private static Map<String, ?> parts(Problem problem) {
        Map<String, @Nullable Object> parts = new HashMap<>();
        parts.put("type", PROBLEM_TYPE + problem.slug());
        parts.put("title", problem.title());
        parts.put("status", problem.status());
        parts.put("detail", problem.detail());
        parts.put("remedy", problem.remedy());
        parts.put("incident", problem.incident());
        parts.put("errors", problem.errors().stream().map(JobEvents::parts).toList());
        parts.put("code", problem.code());
        parts.put("args", problem.args());
        parts.put("remedyCode", problem.remedyCode());
        parts.put("remedyArgs", problem.remedyArgs());
        return parts;
    }

    private static Map<String, ?> parts(FieldError error) {
        Map<String, @Nullable Object> parts = new HashMap<>();
        parts.put("pointer", error.pointer());
        parts.put("detail", error.detail());
        parts.put("code", error.code());
        parts.put("args", error.args());
        return parts;
    }

    private static Problem problem(Map<?, ?> parts) {
        List<?> errors = parts.get("errors") instanceof List<?> list ? list : List.of();
        return new Problem(
                text(parts, "type").substring(PROBLEM_TYPE.length()),
                text(parts, "title"),
                number(parts.get("status")),
                text(parts, "detail"),
                (String) parts.get("remedy"),
                errors.stream().map(error -> fieldError((Map<?, ?>) error)).toList(),
                (String) parts.get("incident"),
                (String) parts.get("code"),
                arguments(parts.get("args")),
                (String) parts.get("remedyCode"),
                arguments(parts.get("remedyArgs")));
    }

    private static FieldError fieldError(Map<?, ?> parts) {
        return new FieldError(
                text(parts, "pointer"),
                text(parts, "detail"),
                (String) parts.get("code"),
                arguments(parts.get("args")));
    }

    /** What a version that knows no codes has told has none. */
    private static Map<String, Object> arguments(@Nullable Object told) {
        if (!(told instanceof Map<?, ?> given)) {
            return Map.of();
        }
        Map<String, Object> arguments = new HashMap<>();
        given.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(arguments);
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static String text(Map<?, ?> parts, String name) {
        return String.valueOf(parts.get(name));
    }
}
