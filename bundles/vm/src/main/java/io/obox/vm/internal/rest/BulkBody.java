package io.obox.vm.internal.rest;

import io.obox.job.JobPriority;
import io.obox.problem.FieldValues;
import io.obox.vm.BulkChange;
import io.obox.vm.VmAction;
import io.obox.vm.VmFilter;
import io.obox.vm.internal.message.VmFieldMessage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to do the same to many VMs.
 *
 * @param action in lower case
 * @param ids to which VMs, or null where a search tells
 * @param q to which VMs, as a search, which must not be empty; {@code state:any} finds all
 */
public record BulkBody(
        @Nullable String action,
        @Nullable List<UUID> ids,
        @Nullable String q,
        @Nullable JobPriority priority) {

    BulkChange change(@Nullable String idempotencyKey) {
        VmAction said = FieldValues.word("/action", action, VmAction.class);
        if (said == null) {
            throw FieldValues.refused("/action", VmFieldMessage.ACTION_MISSING.with());
        }
        if (ids != null && ids.contains(null)) {
            throw FieldValues.refused("/ids", VmFieldMessage.ID_MISSING.with());
        }
        return BulkChange.builder(said)
                .ids(ids)
                .filter(q == null ? null : VmFilter.builder().query(q).build())
                .priority(priority)
                .idempotencyKey(idempotencyKey)
                .build();
    }
}
