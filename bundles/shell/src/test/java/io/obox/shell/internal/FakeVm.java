package io.obox.shell.internal;

import com.fasterxml.jackson.annotation.JsonValue;
import io.obox.job.Job;
import io.obox.problem.Problem;
import io.obox.user.Owner;
import io.obox.vm.DesiredPower;
import io.obox.vm.Disk;
import io.obox.vm.Vm;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A machine that nobody made. */
record FakeVm(UUID id, String name) implements Vm {
    private static final UUID IMAGE = new UUID(2, 1);

    /** As its domain would write it, in short. */
    @JsonValue
    Map<String, Object> document() {
        return Map.of("name", name, "owner", new Owner(owner().id(), owner().name()), "createdAt", createdAt());
    }

    @Override
    public Ref owner() {
        return new Ref(new UUID(1, 1), "alice@example.org");
    }

    @Override
    public Ref image() {
        return new Ref(IMAGE, "tiny");
    }

    @Override
    public @Nullable Ref host() {
        return null;
    }

    @Override
    public VmSpec spec() {
        return VmSpec.builder(IMAGE, 1, 512, Disk.of(4)).build();
    }

    @Override
    public List<String> tags() {
        return List.of();
    }

    @Override
    public DesiredPower desiredPower() {
        return DesiredPower.RUNNING;
    }

    @Override
    public VmState state() {
        return VmState.RUNNING;
    }

    @Override
    public List<String> addresses() {
        return List.of("192.0.2.1");
    }

    @Override
    public @Nullable Problem problem() {
        return null;
    }

    @Override
    public @Nullable Job job() {
        return null;
    }

    @Override
    public boolean isProtected() {
        return false;
    }

    @Override
    public @Nullable Instant deletedAt() {
        return null;
    }

    @Override
    public @Nullable Instant expiresAt() {
        return null;
    }

    @Override
    public Instant createdAt() {
        return Instant.parse("2026-03-01T12:00:00Z");
    }

    @Override
    public @Nullable Instant startedAt() {
        return null;
    }

    @Override
    public long version() {
        return 1;
    }
}
