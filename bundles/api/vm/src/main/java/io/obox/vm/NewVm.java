package io.obox.vm;

import io.obox.job.JobPriority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a VM, as it came: nothing is checked yet, anything may be missing.
 *
 * @param hostId where it must be placed, or null for OBox to choose
 * @param idempotencyKey the caller's own name for this request: repeated within 24 hours it gives the first answer
 */
public record NewVm(
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
        @Nullable String idempotencyKey) {}
