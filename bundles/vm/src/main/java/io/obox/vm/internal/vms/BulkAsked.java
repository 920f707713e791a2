package io.obox.vm.internal.vms;

import io.obox.job.JobPriority;
import io.obox.vm.BulkChange;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for many VMs as it is told from others that come under the same idempotency key, by its JSON. */
record BulkAsked(
        VmAction action,
        @Nullable List<UUID> ids,
        @Nullable String filter,
        @Nullable JobPriority priority) {

    static BulkAsked of(BulkChange change) {
        VmFilter filter = change.filter();
        return new BulkAsked(
                change.action(), change.ids(), filter == null ? null : filter.toString(), change.priority());
    }
}
