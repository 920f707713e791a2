package io.obox.vm.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.obox.page.Page;
import io.obox.vm.Vm;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.VmDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of VMs.
 *
 * @param total how many there are on all pages; left out unless it is asked for
 * @param states how many there would be in each state, whatever state is asked for; left out likewise
 */
public record VmPageDocument(
        List<VmDocument> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<VmState, Long> states) {
    static VmPageDocument of(Page<Vm> page) {
        return new VmPageDocument(page.items().stream().map(VmDocument::of).toList(), page.nextCursor(), null, null);
    }

    VmPageDocument counted(long all, @Nullable Map<VmState, Long> inStates) {
        return new VmPageDocument(items, nextCursor, all, inStates);
    }
}
