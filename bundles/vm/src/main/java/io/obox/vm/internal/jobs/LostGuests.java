package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.vms.GuestStates;
import io.obox.vm.internal.vms.KnownGuest;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmRow;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks whether hosts have the guests of lost VMs after all. */
@Component(service = LostGuests.class)
public final class LostGuests {
    private final Guests guests;
    private final VmChanges changes;

    /** Within the bundle. */
    @Activate
    public LostGuests(@Reference Guests guests, @Reference VmChanges changes) {
        this.guests = guests;
        this.changes = changes;
    }

    /**
     * Asks the host of a VM, which becomes what its guest is.
     *
     * @return the state in which the VM is now, for it need not be lost any more; empty where it is, or was until it was asked for once
     *     more, and the host has no guest
     */
    Optional<VmState> find(UUID id, JobContext context) throws JobFailure, InterruptedException {
        while (true) {
            VmRow vm = guests.vm(id);
            if (!isMissing(vm)) {
                context.log(WorkMessage.STATE_BY_NOW.with(vm.state()));
                return Optional.of(vm.state());
            }
            Optional<Observation> seen = guests.observation(vm, context);
            if (seen.isEmpty()) {
                context.log(WorkMessage.NO_GUEST.with());
                return Optional.empty();
            }
            VmState state = GuestStates.of(seen.get().state());
            // what was changed meanwhile may be newer than what was seen
            if (write(vm, state, seen.get())) {
                context.log(WorkMessage.HAS_GUEST.with(state));
                return Optional.of(state);
            }
        }
    }

    /** Whether it is lost, or was, and nothing has been done yet to make it once more. */
    static boolean isMissing(VmRow vm) {
        return vm.state() == VmState.LOST || vm.isRecreated() && vm.state() == VmState.REQUESTED;
    }

    private boolean write(VmRow vm, VmState state, Observation seen) {
        return vm.isRecreated() ? changes.adopted(vm, state, seen) : changes.observed(KnownGuest.of(vm), state, seen);
    }
}
