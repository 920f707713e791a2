package io.obox.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which records are wanted. A value, made by {@link #builder}: what is not said does not limit. Immutable. */
public final class AuditFilter {
    /** All of them. */
    public static final AuditFilter ANY = builder().build();

    private final @Nullable String text;
    private final @Nullable String who;
    private final @Nullable String what;
    private final @Nullable String object;
    private final @Nullable Outcome outcome;
    private final @Nullable Instant from;
    private final @Nullable Instant to;

    private AuditFilter(Builder said) {
        text = said.text;
        who = said.who;
        what = said.what;
        object = said.object;
        outcome = said.outcome;
        from = said.from;
        to = said.to;
    }

    /** No limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** A part of who, of the action, of the object's name or of the address; null for any. */
    public @Nullable String text() {
        return text;
    }

    /** An account's id, or a part of an e-mail address; null for anybody. */
    public @Nullable String who() {
        return who;
    }

    /** The beginning of an action, such as {@code account}, or null for any. */
    public @Nullable String what() {
        return what;
    }

    /** An object's id, or a part of its name; null for any. */
    public @Nullable String object() {
        return object;
    }

    /** What became of it, or null for either. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Not before, or null. */
    public @Nullable Instant from() {
        return from;
    }

    /** Before, or null. */
    public @Nullable Instant to() {
        return to;
    }

    /** Puts a filter together; null takes a limit away. Not thread-safe. */
    public static final class Builder {
        private @Nullable String text;
        private @Nullable String who;
        private @Nullable String what;
        private @Nullable String object;
        private @Nullable Outcome outcome;
        private @Nullable Instant from;
        private @Nullable Instant to;

        private Builder() {}

        /** A part of who, of the action, of the object's name or of the address. */
        public Builder text(@Nullable String part) {
            text = part;
            return this;
        }

        /** An account's id, or a part of an e-mail address. */
        public Builder who(@Nullable String one) {
            who = one;
            return this;
        }

        /** The beginning of an action. */
        public Builder what(@Nullable String action) {
            what = action;
            return this;
        }

        /** An object's id, or a part of its name. */
        public Builder object(@Nullable String one) {
            object = one;
            return this;
        }

        /** What became of it. */
        public Builder outcome(@Nullable Outcome one) {
            outcome = one;
            return this;
        }

        /** Not before. */
        public Builder from(@Nullable Instant time) {
            from = time;
            return this;
        }

        /** Before. */
        public Builder to(@Nullable Instant time) {
            to = time;
            return this;
        }

        /** The filter. */
        public AuditFilter build() {
            return new AuditFilter(this);
        }
    }
}
