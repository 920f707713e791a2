package io.obox.vm.internal.rest;

import io.obox.user.Quota;
import io.obox.vm.internal.vms.VmUsage.Amounts;

/** Of everything that is counted, how much somebody has and may have. */
public record UsageDocument(UsageShare vms, UsageShare vcpus, UsageShare memoryMib, UsageShare diskGib) {
    static UsageDocument of(Amounts used, Quota quota) {
        return new UsageDocument(
                new UsageShare(used.vms(), quota.vms()),
                new UsageShare(used.vcpus(), quota.vcpus()),
                new UsageShare(used.memoryMib(), quota.memoryMib()),
                new UsageShare(used.diskGib(), quota.diskGib()));
    }
}
