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
            @Nullable UUID hostId,
            @Nullable String query) {}

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

    /** What they are searched by, in the words of {@link Builder#query}, or null for nothing. */
    public @Nullable String query() {
        return limits.query;
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
        private @Nullable String query;

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

        /**
         * A search, in the language that page, REST and shell share: terms with blanks between them, all of which must be true,
         * such as {@code state:running tag:prod host:north owner:a@b.org image:debian 192.0.2 name~web -tag:old}. A colon asks
         * for the whole value, a tilde for a part of it, a comma between values for any of them, a hyphen in front for the
         * opposite. A word alone is a part of the name, of an address or of a tag. What has blanks or colons stands in quotes.
         * {@code state:any} is true of all VMs.
         */
        public Builder query(@Nullable String terms) {
            query = terms;
            return this;
        }

        /** The filter. */
        public VmFilter build() {
            return new VmFilter(new Limits(state, tag, text, ownerId, hostId, query));
        }
    }
}
