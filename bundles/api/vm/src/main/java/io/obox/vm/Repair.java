package io.obox.vm;

import io.obox.job.JobPriority;
import io.obox.version.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/** A request to repair a VM. Made by {@link #builder}: what is not said has a default. Immutable. */
public final class Repair {
    private final RepairAction action;
    private final @Nullable JobPriority priority;
    private final @Nullable String idempotencyKey;
    private final ExpectedVersion expected;

    private Repair(Builder said) {
        this.action = said.action;
        this.priority = said.priority;
        this.idempotencyKey = said.idempotencyKey;
        this.expected = said.expected;
    }

    /** Nothing but the action. */
    public static Repair of(RepairAction action) {
        return builder(action).build();
    }

    /** What every such request has. */
    public static Builder builder(RepairAction action) {
        return new Builder(action);
    }

    /** What is to be done. */
    public RepairAction action() {
        return action;
    }

    /** How urgent its job is, or null for the usual. */
    public @Nullable JobPriority priority() {
        return priority;
    }

    /** The caller's own name for this request, or null: repeated within 24 hours it gives the first answer. */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** The version of the VM that it is meant for. */
    public ExpectedVersion expected() {
        return expected;
    }

    /** Puts a request together. Not thread-safe. */
    public static final class Builder {
        private final RepairAction action;
        private @Nullable JobPriority priority;
        private @Nullable String idempotencyKey;
        private ExpectedVersion expected = ExpectedVersion.UNSTATED;

        private Builder(RepairAction action) {
            this.action = action;
        }

        /** How urgent its job is; null for the usual. */
        public Builder priority(@Nullable JobPriority how) {
            priority = how;
            return this;
        }

        /** The caller's own name for this request; null where it may not come again. */
        public Builder idempotencyKey(@Nullable String key) {
            idempotencyKey = key;
            return this;
        }

        /** The version of the VM that it is meant for; any where nothing is said. */
        public Builder expected(ExpectedVersion version) {
            expected = version;
            return this;
        }

        /** The request. */
        public Repair build() {
            return new Repair(this);
        }
    }
}
