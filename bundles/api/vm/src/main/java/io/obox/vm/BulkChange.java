package io.obox.vm;

import io.obox.job.JobPriority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to do the same to many VMs. Made by {@link #builder}: what is not said has a default. Immutable. */
public final class BulkChange {
    /** How many VMs it may be about at most. */
    public static final int MAX_VMS = 10_000;

    private final VmAction action;
    private final @Nullable List<UUID> ids;
    private final @Nullable VmFilter filter;
    private final @Nullable JobPriority priority;
    private final @Nullable String idempotencyKey;

    private BulkChange(Builder said) {
        this.action = said.action;
        this.ids = said.ids;
        this.filter = said.filter;
        this.priority = said.priority;
        this.idempotencyKey = said.idempotencyKey;
    }

    /** What every such request has; beside it either ids or a filter. */
    public static Builder builder(VmAction action) {
        return new Builder(action);
    }

    /** What is to be done. */
    public VmAction action() {
        return action;
    }

    /** To which VMs, or null where a filter tells. */
    public @Nullable List<UUID> ids() {
        return ids;
    }

    /** To which VMs, of those that the caller may see at that moment, or null where ids tell. */
    public @Nullable VmFilter filter() {
        return filter;
    }

    /** How urgent the jobs are, or null for the usual. */
    public @Nullable JobPriority priority() {
        return priority;
    }

    /** The caller's own name for this request, or null: repeated within 24 hours it gives the first answer. */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** Puts a request together. Not thread-safe. */
    public static final class Builder {
        private final VmAction action;
        private @Nullable List<UUID> ids;
        private @Nullable VmFilter filter;
        private @Nullable JobPriority priority;
        private @Nullable String idempotencyKey;

        private Builder(VmAction action) {
            this.action = action;
        }

        /** To which VMs. */
        public Builder ids(@Nullable List<UUID> some) {
            ids = some == null ? null : List.copyOf(some);
            return this;
        }

        /** To all VMs that it lets through; it must say something, if only that any state will do. */
        public Builder filter(@Nullable VmFilter those) {
            filter = those;
            return this;
        }

        /** How urgent the jobs are; null for the usual. */
        public Builder priority(@Nullable JobPriority how) {
            priority = how;
            return this;
        }

        /** The caller's own name for this request; null where it may not come again. */
        public Builder idempotencyKey(@Nullable String key) {
            idempotencyKey = key;
            return this;
        }

        /** The request. */
        public BulkChange build() {
            return new BulkChange(this);
        }
    }
}
