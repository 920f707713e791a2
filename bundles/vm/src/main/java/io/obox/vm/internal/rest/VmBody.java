package io.obox.vm.internal.rest;

import io.obox.job.JobPriority;
import io.obox.vm.NewVm;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a request for a VM. */
public record VmBody(
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
        @Nullable JobPriority priority) {

    NewVm request(@Nullable String idempotencyKey) {
        return NewVm.builder()
                .name(name)
                .imageId(imageId)
                .vcpus(vcpus)
                .memoryMib(memoryMib)
                .diskGib(diskGib)
                .network(network)
                .sshKeys(sshKeys)
                .userData(userData)
                .tags(tags)
                .autostart(autostart)
                .hostId(hostId)
                .priority(priority)
                .idempotencyKey(idempotencyKey)
                .build();
    }
}
