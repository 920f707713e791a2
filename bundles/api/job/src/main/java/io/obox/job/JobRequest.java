package io.obox.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to submit.
 *
 * @param action which of the actions of its kind it is, such as {@code reboot}, for people to read; null where the kind
 *     says all
 * @param args what the handler gets; written as JSON, so a record of plain values. Holds no secret.
 * @param ownerId whose job it is: who sees it besides administrators
 * @param exclusiveKey at most one job with this key runs at a time, the others wait in order of submission; null for none
 * @param dueAt not to be begun before, or null for now
 * @param maxAttempts null for the handler's own number
 * @param idempotencyKey null where the request may not come again
 */
public record JobRequest(
        String kind,
        @Nullable String action,
        Subject subject,
        Object args,
        UUID ownerId,
        JobPriority priority,
        @Nullable String exclusiveKey,
        @Nullable Instant dueAt,
        @Nullable Integer maxAttempts,
        @Nullable IdempotencyKey idempotencyKey) {

    /** A job of normal priority, due now. */
    public static JobRequest of(String kind, Subject subject, Object args, UUID ownerId) {
        return new JobRequest(kind, null, subject, args, ownerId, JobPriority.NORMAL, null, null, null, null);
    }

    /** The same, as one of the actions of its kind. */
    public JobRequest withAction(String word) {
        return new JobRequest(
                kind, word, subject, args, ownerId, priority, exclusiveKey, dueAt, maxAttempts, idempotencyKey);
    }

    /** The same with another priority; null leaves it. */
    public JobRequest withPriority(@Nullable JobPriority other) {
        return new JobRequest(
                kind,
                action,
                subject,
                args,
                ownerId,
                other == null ? priority : other,
                exclusiveKey,
                dueAt,
                maxAttempts,
                idempotencyKey);
    }

    /** The same, one at a time with this key. */
    public JobRequest withExclusiveKey(String key) {
        return new JobRequest(kind, action, subject, args, ownerId, priority, key, dueAt, maxAttempts, idempotencyKey);
    }

    /** The same, due later. */
    public JobRequest withDueAt(Instant due) {
        return new JobRequest(
                kind, action, subject, args, ownerId, priority, exclusiveKey, due, maxAttempts, idempotencyKey);
    }

    /** The same under the caller's own name for it; null for none. */
    public JobRequest withIdempotencyKey(@Nullable IdempotencyKey key) {
        return new JobRequest(kind, action, subject, args, ownerId, priority, exclusiveKey, dueAt, maxAttempts, key);
    }
}
