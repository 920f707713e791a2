package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.VmState;
import io.obox.vm.internal.message.VmMessage;
import org.jspecify.annotations.Nullable;

/** What may be done to VMs because they are in the bin, or are not. */
final class BinRules {
    private BinRules() {}

    static void requireRestorable(@Nullable InBin bin) {
        if (bin == null) {
            throw new ProblemException(Problem.stateConflict(VmMessage.IS_NOT_IN_BIN.with()));
        }
        requireNotPurging(bin);
    }

    /** Of a VM in the bin or elsewhere that is to go for good. */
    static void requirePurgeable(VmState state, boolean isProtected, @Nullable InBin bin) {
        if (bin == null) {
            VmDeletion.require(state, isProtected);
        } else {
            requireNotPurging(bin);
        }
    }

    private static void requireNotPurging(InBin bin) {
        if (bin.purging()) {
            throw new ProblemException(Problem.stateConflict(VmMessage.GOES_FOR_GOOD.with()));
        }
    }

    /** Whether there may be anything of a VM in this state that could be given back: of a lost one, its guest may turn up. */
    static boolean isWorthKeeping(VmState state) {
        return switch (state) {
            case RUNNING, STOPPED, PAUSED, LOST, DELETING -> true;
            case REQUESTED, PROVISIONING, FAILED -> false;
        };
    }
}
