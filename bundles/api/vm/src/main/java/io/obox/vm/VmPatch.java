package io.obox.vm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change of a VM. Made by {@link #builder}: what is not said, or null, stays as it is. Immutable. */
public final class VmPatch {
    private final @Nullable String name;
    private final @Nullable List<String> tags;
    private final @Nullable Boolean isProtected;

    private VmPatch(Builder said) {
        this.name = said.name;
        this.tags = said.tags;
        this.isProtected = said.isProtected;
    }

    /** No changes. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its name from now on, or null. */
    public @Nullable String name() {
        return name;
    }

    /** All its tags from now on, or null. */
    public @Nullable List<String> tags() {
        return tags;
    }

    /** Whether it is not to be deleted from now on, or null. */
    public @Nullable Boolean isProtected() {
        return isProtected;
    }

    /** Puts a change together. Not thread-safe. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable List<String> tags;
        private @Nullable Boolean isProtected;

        private Builder() {}

        /** Its name from now on. */
        public Builder name(@Nullable String other) {
            name = other;
            return this;
        }

        /** All its tags from now on. */
        public Builder tags(@Nullable List<String> all) {
            tags = all;
            return this;
        }

        /** Whether it is not to be deleted from now on. */
        public Builder isProtected(@Nullable Boolean kept) {
            isProtected = kept;
            return this;
        }

        /** The change. */
        public VmPatch build() {
            return new VmPatch(this);
        }
    }
}
