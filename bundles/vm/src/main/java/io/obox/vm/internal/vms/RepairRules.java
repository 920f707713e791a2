package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.RepairAction;
import io.obox.vm.VmState;
import java.util.Locale;

/** Which repair a VM may need in which state. */
final class RepairRules {
    private RepairRules() {}

    static void require(VmState state, RepairAction action) {
        if (state != broken(action)) {
            throw new ProblemException(
                    Problem.stateConflict(detail(state, action)).withRemedy(remedy(state)));
        }
    }

    private static VmState broken(RepairAction action) {
        return switch (action) {
            case CHECK, RECREATE, FORGET -> VmState.LOST;
            case RETRY -> VmState.FAILED;
        };
    }

    private static String detail(VmState state, RepairAction action) {
        return "A VM that is %s can't be %s.".formatted(state.name().toLowerCase(Locale.ROOT), done(action));
    }

    private static String remedy(VmState state) {
        return switch (state) {
            case FAILED -> "Retry it, or delete it.";
            case LOST -> "Check it again, recreate it, or forget it.";
            case REQUESTED, PROVISIONING, DELETING -> "Wait until that has ended.";
            case RUNNING, STOPPED, PAUSED -> "Nothing is wrong with it.";
        };
    }

    private static String done(RepairAction action) {
        return switch (action) {
            case CHECK -> "checked";
            case RECREATE -> "recreated";
            case FORGET -> "forgotten";
            case RETRY -> "retried";
        };
    }
}
