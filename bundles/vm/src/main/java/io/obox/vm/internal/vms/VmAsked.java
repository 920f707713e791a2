package io.obox.vm.internal.vms;

import io.obox.job.JobPriority;
import io.obox.vm.NewVm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a VM as it is told from others that come under the same idempotency key: by its JSON, in which nothing that was asked
 * for may be missing.
 */
record VmAsked(
        @Nullable String name,
        @Nullable UUID imageId,
        @Nullable Integer vcpus,
        @Nullable Integer memoryMib,
        @Nullable Integer diskGib,
        @Nullable String network,
        @Nullable List<String> sshKeys,
        @Nullable String userData,
        @Nullable List<String> tags,
        @Nullable Boolean autostart,
        @Nullable UUID hostId,
        @Nullable JobPriority priority,
        @Nullable String idempotencyKey) {

    static VmAsked of(NewVm request) {
        return new VmAsked(
                request.name(),
                request.imageId(),
                request.vcpus(),
                request.memoryMib(),
                request.diskGib(),
                request.network(),
                request.sshKeys(),
                request.userData(),
                request.tags(),
                request.autostart(),
                request.hostId(),
                request.priority(),
                request.idempotencyKey());
    }
}
