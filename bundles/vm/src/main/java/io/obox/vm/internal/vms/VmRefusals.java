package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;

/** Why something can't be done with a VM. */
public final class VmRefusals {
    private VmRefusals() {}

    static ProblemException changedMeanwhile() {
        return new ProblemException(Problem.preconditionFailed("The VM was changed meanwhile."));
    }

    /** As it is for whoever asks, and for a job. */
    public static ProblemException isProtected() {
        return new ProblemException(
                Problem.of("vm-protected", "VM protected", 409, "The VM is protected from deletion.")
                        .withRemedy("Take the protection away first, if it really is to go."));
    }

    /** Of a VM that was to be forgotten. */
    public static Problem notLost(VmState state) {
        return Problem.stateConflict("The VM is " + state + ", so it can't be forgotten.")
                .withRemedy("Delete it, if it really is to go.");
    }

    static ProblemException hostUnreached() {
        return new ProblemException(Problem.of(
                        "host-unreachable",
                        "Host unreachable",
                        503,
                        "The VM's host can't be reached, so it may still have the guest.")
                .withRemedy("Try again when the host is UP, or have an administrator forget the VM."));
    }

    static ProblemException nameTaken(String name) {
        return new ProblemException(
                Problem.of("name-taken", "Name taken", 409, "There is a VM named \"" + name + "\" already.")
                        .withRemedy("Choose another name."));
    }

    /** A row keeps one disk and one network interface. What it could not give back is refused, not dropped. */
    static void checkKept(VmSpec spec) {
        FieldErrors errors = new FieldErrors();
        errors.addIf(spec.disks().size() != 1, "/disks", "A VM has one disk.");
        errors.addIf(spec.interfaces().size() != 1, "/interfaces", "A VM has one network interface.");
        errors.throwIfAny();
    }
}
