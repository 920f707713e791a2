package io.obox.vm.internal.vms;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
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
        return asked(caller, filter).list(order, page);
    }

    VmCounts count(Caller caller, VmFilter filter) {
        return asked(caller, filter).count();
    }

    AskedVms asked(Caller caller, VmFilter filter) {
        return new AskedVms(table, assembly, selection.select(caller.visibility(), filter));
    }

    Vm get(Caller caller, UUID id) {
        return assembly.of(access.visible(caller, id));
    }
}
