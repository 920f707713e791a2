package io.obox.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which jobs are wanted. A value, made by {@link #builder}: what is not said does not limit. Immutable. */
public final class JobFilter {
    /** All of them. */
    public static final JobFilter ANY = builder().build();

    private record Limits(
            @Nullable JobState state,
            @Nullable String kind,
            @Nullable UUID subjectId,
            @Nullable UUID ownerId,
            @Nullable UUID parentId,
            boolean wholes) {}

    private final Limits limits;

    private JobFilter(Limits limits) {
        this.limits = limits;
    }

    /** No limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** The state that they are in, or null for any. */
    public @Nullable JobState state() {
        return limits.state;
    }

    /** Which handler does them, or null for any. */
    public @Nullable String kind() {
        return limits.kind;
    }

    /** What they work on, or null for anything. */
    public @Nullable UUID subjectId() {
        return limits.subjectId;
    }

    /** Whose they are, or null for anybody's. */
    public @Nullable UUID ownerId() {
        return limits.ownerId;
    }

    /** What they are a part of, or null for anything and nothing. */
    public @Nullable UUID parentId() {
        return limits.parentId;
    }

    /** Whether only those are wanted that are no parts of others. */
    public boolean wholes() {
        return limits.wholes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobFilter that && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    @Override
    public String toString() {
        return limits.toString();
    }

    /** Puts a filter together; null takes a limit away. Not thread-safe. */
    public static final class Builder {
        private @Nullable JobState state;
        private @Nullable String kind;
        private @Nullable UUID subjectId;
        private @Nullable UUID ownerId;
        private @Nullable UUID parentId;
        private boolean wholes;

        private Builder() {}

        /** The state that they are in. */
        public Builder state(@Nullable JobState one) {
            state = one;
            return this;
        }

        /** Which handler does them. */
        public Builder kind(@Nullable String one) {
            kind = one;
            return this;
        }

        /** What they work on. */
        public Builder subjectId(@Nullable UUID id) {
            subjectId = id;
            return this;
        }

        /** Whose they are. */
        public Builder ownerId(@Nullable UUID id) {
            ownerId = id;
            return this;
        }

        /** The job that they are a part of. */
        public Builder parentId(@Nullable UUID id) {
            parentId = id;
            return this;
        }

        /** Whether only those that are no parts of others. */
        public Builder wholes(boolean only) {
            wholes = only;
            return this;
        }

        /** The filter. */
        public JobFilter build() {
            return new JobFilter(new Limits(state, kind, subjectId, ownerId, parentId, wholes));
        }
    }
}
