package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.message.VmProblem;

/** Why something can't be done with a VM. */
public final class VmRefusals {
    /** What the database says of a key that another row has. */
    private static final String NAME_EXISTS = "database.exists";

    private VmRefusals() {}

    static ProblemException changedMeanwhile() {
        return new ProblemException(Problem.preconditionFailed(VmMessage.CHANGED_MEANWHILE.with()));
    }

    /** As it is for whoever asks, and for a job. */
    public static ProblemException isProtected() {
        return new ProblemException(
                VmProblem.VM_PROTECTED.of(VmMessage.IS_PROTECTED.with()).withRemedy(VmMessage.UNPROTECT_FIRST.with()));
    }

    /** Of a VM that was to be forgotten. */
    public static Problem notLost(VmState state) {
        return Problem.stateConflict(VmMessage.NOT_LOST.with(state)).withRemedy(VmMessage.DELETE_IT.with());
    }

    static ProblemException hostUnreached() {
        return new ProblemException(VmProblem.HOST_UNREACHABLE
                .of(VmMessage.HOST_UNREACHED.with())
                .withRemedy(VmMessage.WAIT_FOR_HOST.with()));
    }

    static ProblemException nameTaken(String name) {
        return new ProblemException(VmProblem.NAME_TAKEN
                .of(VmMessage.NAME_TAKEN.with(name))
                .withRemedy(VmMessage.CHOOSE_ANOTHER_NAME.with()));
    }

    /** What a fault of a statement means that gives a VM this name; not every conflict is about names. */
    static ProblemException ofName(ProblemException fault, String name) {
        return NAME_EXISTS.equals(fault.problem().code()) ? nameTaken(name) : fault;
    }

    /** A row keeps one disk and one network interface. What it could not give back is refused, not dropped. */
    static void checkKept(VmSpec spec) {
        FieldErrors errors = new FieldErrors();
        errors.addIf(spec.disks().size() != 1, "/disks", VmMessage.ONE_DISK.with());
        errors.addIf(spec.interfaces().size() != 1, "/interfaces", VmMessage.ONE_INTERFACE.with());
        errors.throwIfAny();
    }
}
