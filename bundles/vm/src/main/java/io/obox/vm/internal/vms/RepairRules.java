package io.obox.vm.internal.vms;

import io.obox.message.Message;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.RepairAction;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import java.util.Locale;

/** Which repair a VM may need in which state. */
final class RepairRules {
    private RepairRules() {}

    static void require(VmState state, RepairAction action) {
        if (state != broken(action)) {
            throw new ProblemException(Problem.stateConflict(detail(state, action))
                    .withRemedy(remedy(state).with()));
        }
    }

    private static VmState broken(RepairAction action) {
        return switch (action) {
            case CHECK, RECREATE, FORGET -> VmState.LOST;
            case RETRY -> VmState.FAILED;
        };
    }

    private static Message detail(VmState state, RepairAction action) {
        return VmMessage.REPAIR_NOT_POSSIBLE.with(state.name().toLowerCase(Locale.ROOT), done(action));
    }

    private static VmMessage remedy(VmState state) {
        return switch (state) {
            case FAILED -> VmMessage.RETRY_OR_DELETE;
            case LOST -> VmMessage.CHECK_RECREATE_FORGET;
            case REQUESTED, PROVISIONING, DELETING -> VmMessage.WAIT_UNTIL_ENDED;
            case RUNNING, STOPPED, PAUSED -> VmMessage.NOTHING_WRONG;
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
