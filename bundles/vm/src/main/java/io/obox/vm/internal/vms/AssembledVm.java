package io.obox.vm.internal.vms;

import com.fasterxml.jackson.annotation.JsonValue;
import io.obox.job.Job;
import io.obox.problem.Problem;
import io.obox.vm.DesiredPower;
import io.obox.vm.Vm;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A VM with what others know of it. */
record AssembledVm(
        UUID id,
        String name,
        Ref owner,
        Ref image,
        @Nullable Ref host,
        VmSpec spec,
        List<String> tags,
        DesiredPower desiredPower,
        VmState state,
        List<String> addresses,
        @Nullable Problem problem,
        @Nullable Job job,
        boolean isProtected,
        @Nullable Instant deletedAt,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant startedAt,
        long version)
        implements Vm {
    /** Copies the lists. */
    AssembledVm {
        tags = List.copyOf(tags);
        addresses = List.copyOf(addresses);
    }

    /** As it is written, wherever it is. */
    @JsonValue
    VmDocument document() {
        return VmDocument.of(this);
    }
}
