package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.internal.message.VmMessage;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which VMs a caller gets to. */
@Component(service = VmAccess.class)
public final class VmAccess {
    private final VmTable table;

    /** Within the bundle. */
    @Activate
    public VmAccess(@Reference VmTable table) {
        this.table = table;
    }

    /** The VM, or {@code not-found} also where the caller may not see it, or it is in the bin. */
    VmRow visible(Caller caller, UUID id) {
        return table.find(id)
                .filter(vm -> vm.bin() == null && caller.visibility().includes(vm.ownerId()))
                .orElseThrow(() -> new ProblemException(Problem.notFound(VmMessage.NO_SUCH_VM.with())));
    }

    /** The VM, which stays in its version until the transaction ends where that was asked for. */
    VmRow expected(Caller caller, UUID id, ExpectedVersion expected) {
        if (expected.isStated()) {
            table.lock(id);
        }
        VmRow vm = visible(caller, id);
        expected.check(vm.version());
        return vm;
    }
}
