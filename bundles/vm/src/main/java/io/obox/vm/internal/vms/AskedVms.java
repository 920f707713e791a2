package io.obox.vm.internal.vms;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmOrder;
import io.obox.vm.VmState;
import io.obox.vm.internal.search.Condition;
import io.obox.vm.internal.vms.VmSelection.Selected;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The VMs that one request is about. Which these are has been found out once, for the page and for the counts beside it. */
public final class AskedVms {
    private final VmTable table;
    private final VmAssembly assembly;
    private final Selected selected;

    AskedVms(VmTable table, VmAssembly assembly, Selected selected) {
        this.table = table;
        this.assembly = assembly;
        this.selected = selected;
    }

    /** A page of them. */
    public Page<Vm> list(VmOrder order, PageRequest page) {
        VmSorting sorting = new VmSorting(order);
        Condition after = Objects.requireNonNullElse(page.after(sorting::after), Condition.TRUE);
        Condition wanted = Condition.all(List.of(selected.rows(), after));
        VmTable.Found found = table.page(wanted, sorting, page.limit());
        return new Page<>(assembly.of(found.rows()), found.next());
    }

    /** How many there are. One look at the table tells of each state, and so of those that are asked for. */
    public VmCounts count() {
        Map<VmState, Long> states = table.states(selected.inAnyState());
        long asked = states.entrySet().stream()
                .filter(each -> selected.states().test(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new CountedVms(asked, states);
    }
}
