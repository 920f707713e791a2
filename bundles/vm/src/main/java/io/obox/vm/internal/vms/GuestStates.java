package io.obox.vm.internal.vms;

import io.obox.provisioner.spi.GuestState;
import io.obox.vm.VmState;

/** What the state of a guest means for its VM. */
public final class GuestStates {
    private GuestStates() {}

    /** The state of a VM whose guest is in this one. A guest that broke down is off, and can be started again. */
    public static VmState of(GuestState state) {
        return switch (state) {
            case RUNNING -> VmState.RUNNING;
            case PAUSED -> VmState.PAUSED;
            case STOPPED, CRASHED -> VmState.STOPPED;
        };
    }
}
