package io.obox.vm.internal.vms;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.vm.Vm;
import io.obox.vm.VmFilter;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows VMs. */
@Component(service = VmReading.class)
public final class VmReading {
    private final VmTable table;
    private final VmAccess access;
    private final VmAssembly assembly;

    /** Within the bundle. */
    @Activate
    public VmReading(@Reference VmTable table, @Reference VmAccess access, @Reference VmAssembly assembly) {
        this.table = table;
        this.access = access;
        this.assembly = assembly;
    }

    Page<Vm> list(Caller caller, VmFilter filter, PageRequest page) {
        UUID before = page.after(UUID::fromString);
        List<VmRow> found = table.page(caller.visibility(), filter, before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(assembly.of(found), null);
        }
        List<VmRow> items = found.subList(0, page.limit());
        return new Page<>(assembly.of(items), items.getLast().id().toString());
    }

    Vm get(Caller caller, UUID id) {
        return assembly.of(access.visible(caller, id));
    }
}
