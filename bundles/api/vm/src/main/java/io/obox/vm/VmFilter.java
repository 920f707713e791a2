package io.obox.vm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which VMs are wanted. A value, made by {@link #builder}: what is not said does not limit. Immutable. */
public final class VmFilter {
    /** All of them. */
    public static final VmFilter ANY = builder().build();

    private record Limits(
            @Nullable VmState state,
            @Nullable String tag,
            @Nullable String text,
            @Nullable UUID ownerId,
            @Nullable UUID hostId) {}

    private final Limits limits;

    private VmFilter(Limits limits) {
        this.limits = limits;
    }

    /** No limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** The state that they are in, or null for any. */
    public @Nullable VmState state() {
        return limits.state;
    }

    /** A tag that they have, or null for any. */
    public @Nullable String tag() {
        return limits.tag;
    }

    /** Part of their names, of any case, or null for any. */
    public @Nullable String text() {
        return limits.text;
    }

    /** Whose they are, or null for anybody's. */
    public @Nullable UUID ownerId() {
        return limits.ownerId;
    }

    /** Where they are placed, or null for anywhere. */
    public @Nullable UUID hostId() {
        return limits.hostId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VmFilter that && limits.equals(that.limits);
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
        private @Nullable VmState state;
        private @Nullable String tag;
        private @Nullable String text;
        private @Nullable UUID ownerId;
        private @Nullable UUID hostId;

        private Builder() {}

        /** The state that they are in. */
        public Builder state(@Nullable VmState one) {
            state = one;
            return this;
        }

        /** A tag that they have. */
        public Builder tag(@Nullable String one) {
            tag = one;
            return this;
        }

        /** Part of their names, of any case. */
        public Builder text(@Nullable String part) {
            text = part;
            return this;
        }

        /** Whose they are. */
        public Builder ownerId(@Nullable UUID id) {
            ownerId = id;
            return this;
        }

        /** Where they are placed. */
        public Builder hostId(@Nullable UUID id) {
            hostId = id;
            return this;
        }

        /** The filter. */
        public VmFilter build() {
            return new VmFilter(new Limits(state, tag, text, ownerId, hostId));
        }
    }
}
