package io.obox.provisioner.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guest as the hypervisor shows it. A value, made by {@link #builder}: what a backend does not say has a default. Immutable. */
public final class Observation {
    private record Seen(
            UUID vmId,
            GuestState state,
            List<String> addresses,
            @Nullable Instant startedAt) {}

    private final Seen seen;

    private Observation(Seen seen) {
        this.seen = seen;
    }

    /** A guest in a state, of which nothing else is known. */
    public static Observation of(UUID vmId, GuestState state) {
        return builder(vmId, state).build();
    }

    /** What every observation has. */
    public static Builder builder(UUID vmId, GuestState state) {
        return new Builder(vmId, state);
    }

    /** The VM whose guest it is. */
    public UUID vmId() {
        return seen.vmId;
    }

    /** What the hypervisor says of the guest. */
    public GuestState state() {
        return seen.state;
    }

    /** IP addresses that it got in this boot; empty before. */
    public List<String> addresses() {
        return seen.addresses;
    }

    /** When this boot began, or null if it is off or the hypervisor can't tell. */
    public @Nullable Instant startedAt() {
        return seen.startedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observation that && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
        return seen.hashCode();
    }

    @Override
    public String toString() {
        return seen.toString();
    }

    /** Puts an observation together. Not thread-safe. */
    public static final class Builder {
        private final UUID vmId;
        private final GuestState state;
        private List<String> addresses = List.of();
        private @Nullable Instant startedAt;

        private Builder(UUID vmId, GuestState state) {
            this.vmId = vmId;
            this.state = state;
        }

        /** IP addresses that it got in this boot. */
        public Builder addresses(List<String> got) {
            addresses = List.copyOf(got);
            return this;
        }

        /** When this boot began; null if it is off or the hypervisor can't tell. */
        public Builder startedAt(@Nullable Instant at) {
            startedAt = at;
            return this;
        }

        /** The observation. */
        public Observation build() {
            return new Observation(new Seen(vmId, state, addresses, startedAt));
        }
    }
}
