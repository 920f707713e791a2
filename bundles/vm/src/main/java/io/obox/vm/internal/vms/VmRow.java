package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.vm.DesiredPower;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the table says of a VM. What other domains know of it is not here: see {@link VmAssembly}.
 *
 * @param name its own also while it is in the bin, where its row has another
 * @param isRecreated whether it was lost, and is to be made once more: it is lost again if that comes to nothing
 * @param bin null unless it is in the bin
 */
public record VmRow(
        UUID id,
        UUID ownerId,
        String name,
        @Nullable UUID hostId,
        VmSpec spec,
        List<String> tags,
        DesiredPower desiredPower,
        VmState state,
        List<String> addresses,
        @Nullable Problem problem,
        boolean isProtected,
        boolean isRecreated,
        @Nullable InBin bin,
        Instant createdAt,
        @Nullable Instant startedAt,
        long version) {}
