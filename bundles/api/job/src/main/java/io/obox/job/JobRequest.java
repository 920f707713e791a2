package io.obox.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to submit. Immutable; what is not said has a default, so that later versions can ask for more. */
public final class JobRequest {
    private final Builder said;

    private JobRequest(Builder said) {
        this.said = said;
    }

    /** A job of normal priority, due now, on any node. */
    public static JobRequest of(String kind, Subject subject, Object args, UUID ownerId) {
        return builder(kind, subject, args, ownerId).build();
    }

    /**
     * What every job has.
     *
     * @param kind which handler does it, such as {@code vm.create}
     * @param args what the handler gets; written as JSON, so a record of plain values. Holds no secret.
     * @param ownerId whose job it is: who sees it besides administrators
     */
    public static Builder builder(String kind, Subject subject, Object args, UUID ownerId) {
        return new Builder(kind, subject, args, ownerId);
    }

    /** The same, to be changed. */
    public Builder toBuilder() {
        return new Builder(said);
    }

    /** Which handler does it. */
    public String kind() {
        return said.kind;
    }

    /** Which of the actions of its kind it is, or null where the kind says all. */
    public @Nullable String action() {
        return said.action;
    }

    /** What it works on. */
    public Subject subject() {
        return said.subject;
    }

    /** What the handler gets. */
    public Object args() {
        return said.args;
    }

    /** Whose job it is. */
    public UUID ownerId() {
        return said.ownerId;
    }

    /** How urgent it is. */
    public JobPriority priority() {
        return said.priority;
    }

    /** At most one job with this key runs at a time; null for none. */
    public @Nullable String exclusiveKey() {
        return said.exclusiveKey;
    }

    /** When it is due, or null for now. */
    public @Nullable Instant dueAt() {
        return said.dueAt;
    }

    /** How many attempts it gets, or null for the handler's own number. */
    public @Nullable Integer maxAttempts() {
        return said.maxAttempts;
    }

    /** The caller's own name for it, or null where the request may not come again. */
    public @Nullable IdempotencyKey idempotencyKey() {
        return said.idempotencyKey;
    }

    /** What a node must reach to run it, all of them; empty where any node can. */
    public List<Place> places() {
        return said.places;
    }

    /** The job that it is a part of, or null. */
    public @Nullable UUID parentId() {
        return said.parentId;
    }

    /** Whether it is to have jobs of its own, which are submitted with its id as {@link #parentId}. */
    public boolean hasParts() {
        return said.parts;
    }

    /** Whether it has no work of its own, but only stands for its parts. */
    public boolean hasOnlyParts() {
        return said.onlyParts;
    }

    /** The same, as one of the actions of its kind. */
    public JobRequest withAction(String word) {
        return toBuilder().action(word).build();
    }

    /** The same with another priority; null leaves it. */
    public JobRequest withPriority(@Nullable JobPriority other) {
        return other == null ? this : toBuilder().priority(other).build();
    }

    /** The same, one at a time with this key. */
    public JobRequest withExclusiveKey(String key) {
        return toBuilder().exclusiveKey(key).build();
    }

    /** The same, due later. */
    public JobRequest withDueAt(Instant due) {
        return toBuilder().dueAt(due).build();
    }

    /** The same under the caller's own name for it; null for none. */
    public JobRequest withIdempotencyKey(@Nullable IdempotencyKey key) {
        return toBuilder().idempotencyKey(key).build();
    }

    /** The same, to be run by a node that reaches this place. */
    public JobRequest withPlace(Place place) {
        return toBuilder().places(List.of(place)).build();
    }

    /** The same, as a part of this job; null for none. */
    public JobRequest withParent(@Nullable UUID job) {
        return toBuilder().parentId(job).build();
    }

    /** Puts a request together. Not thread-safe. */
    public static final class Builder {
        private final String kind;
        private final Subject subject;
        private final Object args;
        private final UUID ownerId;
        private @Nullable String action;
        private JobPriority priority = JobPriority.NORMAL;
        private @Nullable String exclusiveKey;
        private @Nullable Instant dueAt;
        private @Nullable Integer maxAttempts;
        private @Nullable IdempotencyKey idempotencyKey;
        private List<Place> places = List.of();
        private @Nullable UUID parentId;
        private boolean parts;
        private boolean onlyParts;

        private Builder(String kind, Subject subject, Object args, UUID ownerId) {
            this.kind = kind;
            this.subject = subject;
            this.args = args;
            this.ownerId = ownerId;
        }

        private Builder(Builder other) {
            this(other.kind, other.subject, other.args, other.ownerId);
            action = other.action;
            priority = other.priority;
            exclusiveKey = other.exclusiveKey;
            dueAt = other.dueAt;
            maxAttempts = other.maxAttempts;
            idempotencyKey = other.idempotencyKey;
            places = other.places;
            parentId = other.parentId;
            parts = other.parts;
            onlyParts = other.onlyParts;
        }

        /** Which of the actions of its kind it is, such as {@code reboot}, for people to read. */
        public Builder action(@Nullable String word) {
            action = word;
            return this;
        }

        /** How urgent it is. */
        public Builder priority(JobPriority how) {
            priority = how;
            return this;
        }

        /** At most one job with this key runs at a time, the others wait in order of submission; null for none. */
        public Builder exclusiveKey(@Nullable String key) {
            exclusiveKey = key;
            return this;
        }

        /** Not to be begun before, or null for now. */
        public Builder dueAt(@Nullable Instant due) {
            dueAt = due;
            return this;
        }

        /** Null for the handler's own number. */
        public Builder maxAttempts(@Nullable Integer most) {
            maxAttempts = most;
            return this;
        }

        /** Null where the request may not come again. */
        public Builder idempotencyKey(@Nullable IdempotencyKey key) {
            idempotencyKey = key;
            return this;
        }

        /** What a node must reach to run it, all of them. */
        public Builder places(Collection<Place> needed) {
            places = List.copyOf(needed);
            return this;
        }

        /** The job that it is a part of; null for none. */
        public Builder parentId(@Nullable UUID job) {
            parentId = job;
            return this;
        }

        /**
         * To have jobs of its own, which its handler submits. It is COMPLETED when its handler is done and all of them have ended,
         * however they have; if it is cancelled, those of them are too that have not begun.
         */
        public Builder parts(boolean some) {
            parts = some;
            return this;
        }

        /**
         * To have jobs of its own and no other work: they are submitted with it, in the same transaction, and it goes on from then
         * until they have ended, without waiting for a worker. Its handler is told of the end, and is asked for nothing else unless
         * somebody begins it again.
         */
        public Builder onlyParts() {
            parts = true;
            onlyParts = true;
            return this;
        }

        /** The request, which later calls on the builder do not change. */
        public JobRequest build() {
            return new JobRequest(new Builder(this));
        }
    }
}
