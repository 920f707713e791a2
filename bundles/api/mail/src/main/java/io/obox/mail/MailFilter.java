package io.obox.mail;

import org.jspecify.annotations.Nullable;

/** Which mails are wanted. A value, made by {@link #builder}: what is not said does not limit. Immutable. */
public final class MailFilter {
    /** All of them. */
    public static final MailFilter ANY = builder().build();

    private final @Nullable MailState state;
    private final @Nullable String to;

    private MailFilter(Builder said) {
        state = said.state;
        to = said.to;
    }

    /** No limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** The state that they are in, or null for any. */
    public @Nullable MailState state() {
        return state;
    }

    /** A part of the address that they go to, or null for any. */
    public @Nullable String to() {
        return to;
    }

    /** Puts a filter together; null takes a limit away. Not thread-safe. */
    public static final class Builder {
        private @Nullable MailState state;
        private @Nullable String to;

        private Builder() {}

        /** The state that they are in. */
        public Builder state(@Nullable MailState one) {
            state = one;
            return this;
        }

        /** A part of the address that they go to; upper and lower case are the same. */
        public Builder to(@Nullable String part) {
            to = part;
            return this;
        }

        /** The filter. */
        public MailFilter build() {
            return new MailFilter(this);
        }
    }
}
