package io.obox.vm.internal.vms;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmState;
import io.obox.vm.internal.search.Condition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows VMs. */
@Component(service = VmReading.class)
public final class VmReading {
    private final VmTable table;
    private final VmSelection selection;
    private final VmAccess access;
    private final VmAssembly assembly;

    /** Within the bundle. */
    @Activate
    public VmReading(
            @Reference VmTable table,
            @Reference VmSelection selection,
            @Reference VmAccess access,
            @Reference VmAssembly assembly) {
        this.table = table;
        this.selection = selection;
        this.access = access;
        this.assembly = assembly;
    }

    Page<Vm> list(Caller caller, VmFilter filter, VmOrder order, PageRequest page) {
        VmSorting sorting = new VmSorting(order);
        Condition after = Objects.requireNonNullElse(page.after(sorting::after), Condition.TRUE);
        Condition wanted = Condition.all(List.of(selection.of(caller.visibility(), filter), after));
        List<VmRow> found = table.page(wanted, sorting, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(assembly.of(found), null);
        }
        List<VmRow> items = found.subList(0, page.limit());
        return new Page<>(assembly.of(items), sorting.cursor(items.getLast()));
    }

    VmCounts count(Caller caller, VmFilter filter) {
        Condition wanted = selection.of(caller.visibility(), filter);
        Condition inAnyState = selection.inAnyState(caller.visibility(), filter);
        Map<VmState, Long> states = table.states(inAnyState);
        Map<VmState, Long> counted = wanted.equals(inAnyState) ? states : table.states(wanted);
        return new CountedVms(
                counted.values().stream().mapToLong(Long::longValue).sum(), states);
    }

    Vm get(Caller caller, UUID id) {
        return assembly.of(access.visible(caller, id));
    }
}
