package io.obox.vm.internal.vms;

import io.obox.message.Message;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import java.util.Locale;
import java.util.Set;

/** What may be done to the power of a VM in which state, and what is wanted of it then. */
final class PowerRules {
    private PowerRules() {}

    static DesiredPower aim(PowerAction action) {
        return switch (action) {
            case START, REBOOT, RESET, RESUME -> DesiredPower.RUNNING;
            case SHUTDOWN, STOP -> DesiredPower.STOPPED;
            case PAUSE -> DesiredPower.PAUSED;
        };
    }

    static void require(VmState state, PowerAction action) {
        if (!allowed(action).contains(state)) {
            throw new ProblemException(Problem.stateConflict(detail(state, action))
                    .withRemedy(remedy(state).with()));
        }
    }

    private static Set<VmState> allowed(PowerAction action) {
        return switch (action) {
            case START -> Set.of(VmState.STOPPED);
            case STOP -> Set.of(VmState.RUNNING, VmState.PAUSED);
            case SHUTDOWN, REBOOT, RESET, PAUSE -> Set.of(VmState.RUNNING);
            case RESUME -> Set.of(VmState.PAUSED);
        };
    }

    private static Message detail(VmState state, PowerAction action) {
        return VmMessage.POWER_NOT_POSSIBLE.with(word(state.name()), word(action.name()));
    }

    private static VmMessage remedy(VmState state) {
        return switch (state) {
            case RUNNING -> VmMessage.RUNS;
            case STOPPED -> VmMessage.START_FIRST;
            case PAUSED -> VmMessage.RESUME_FIRST;
            case REQUESTED, PROVISIONING -> VmMessage.WAIT_UNTIL_MADE;
            case FAILED -> VmMessage.RETRY_OR_DELETE;
            case DELETING -> VmMessage.NOTHING_LEFT_TO_DO;
            case LOST -> VmMessage.GONE_FROM_HOST;
        };
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
