package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.VmState;
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
            throw new ProblemException(
                    Problem.stateConflict(detail(state, action)).withRemedy(remedy(state)));
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

    private static String detail(VmState state, PowerAction action) {
        return "A VM that is %s can't %s.".formatted(word(state.name()), word(action.name()));
    }

    private static String remedy(VmState state) {
        return switch (state) {
            case RUNNING -> "It runs: shut it down, stop, reboot, reset or pause it.";
            case STOPPED -> "Start it first.";
            case PAUSED -> "Resume it first, or stop it.";
            case REQUESTED, PROVISIONING -> "Wait until it has been made.";
            case FAILED -> "Retry it, or delete it.";
            case DELETING -> "Nothing can be done with it any more.";
            case LOST -> "Its host no longer has it: check it again, recreate it, or forget it.";
        };
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
