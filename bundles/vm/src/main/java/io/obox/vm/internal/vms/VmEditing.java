package io.obox.vm.internal.vms;

import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.Vm;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes names, tags and protection. */
@Component(service = VmEditing.class)
public final class VmEditing {
    private final Transactions transactions;
    private final VmAccess access;
    private final VmChanges changes;
    private final VmReading reading;

    /** Within the bundle. */
    @Activate
    public VmEditing(
            @Reference Transactions transactions,
            @Reference VmAccess access,
            @Reference VmChanges changes,
            @Reference VmReading reading) {
        this.transactions = transactions;
        this.access = access;
        this.changes = changes;
        this.reading = reading;
    }

    Vm update(Caller caller, UUID id, VmPatch patch, ExpectedVersion expected) {
        VmPatch accepted = VmChecks.accept(patch);
        return transactions.call(entities -> {
            VmRow vm = access.expected(caller, id, expected);
            if (vm.state() == VmState.DELETING) {
                throw new ProblemException(Problem.stateConflict(VmMessage.DELETED_CANT_BE_CHANGED.with()));
            }
            String name = Objects.requireNonNullElse(accepted.name(), vm.name());
            List<String> tags = Objects.requireNonNullElse(accepted.tags(), vm.tags());
            boolean kept = Objects.requireNonNullElse(accepted.isProtected(), vm.isProtected());
            boolean same = name.equals(vm.name()) && tags.equals(vm.tags()) && kept == vm.isProtected();
            if (!same && !edit(vm, name, tags, kept)) {
                throw VmRefusals.changedMeanwhile();
            }
            return reading.get(caller, id);
        });
    }

    private boolean edit(VmRow vm, String name, List<String> tags, boolean kept) {
        try {
            return changes.edit(vm, name, tags, kept);
        } catch (ProblemException e) {
            throw VmRefusals.ofName(e, name);
        }
    }
}
