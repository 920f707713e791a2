package io.obox.vm.internal.rest;

import io.obox.job.JobPriority;
import io.obox.vm.NewVm;
import io.obox.vm.NewVms;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a VM, or for several that are alike.
 *
 * @param name where several are asked for, {@code {n}} in it stands for the number of each
 * @param count how many, or null for one
 * @param firstNumber the number of the first, or of the one, or null for 1
 */
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
        @Nullable JobPriority priority,
        @Nullable Integer count,
        @Nullable Integer firstNumber) {

    /** Whether something is said of how many, or of their numbers. */
    boolean isCounted() {
        return count != null || firstNumber != null;
    }

    NewVms requests(@Nullable String idempotencyKey) {
        return NewVms.of(request(idempotencyKey), Objects.requireNonNullElse(count, 1))
                .from(Objects.requireNonNullElse(firstNumber, 1));
    }

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
