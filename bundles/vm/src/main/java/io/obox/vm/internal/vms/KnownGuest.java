package io.obox.vm.internal.vms;

import io.obox.vm.VmState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a VM's row says of its guest. */
public record KnownGuest(
        UUID id,
        UUID ownerId,
        VmState state,
        List<String> addresses,
        @Nullable Instant startedAt,
        long version) {

    /** What a whole row says of it. */
    public static KnownGuest of(VmRow vm) {
        return new KnownGuest(vm.id(), vm.ownerId(), vm.state(), vm.addresses(), vm.startedAt(), vm.version());
    }
}
