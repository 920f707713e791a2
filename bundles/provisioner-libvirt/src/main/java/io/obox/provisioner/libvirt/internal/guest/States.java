package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.spi.GuestState;

/** libvirt's numbers for the state of a domain. */
final class States {
    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    private static final int PAUSED = 3;
    private static final int SHUTDOWN = 4;
    private static final int CRASHED = 6;
    private static final int SUSPENDED = 7;
    private static final int SHUTOFF = 5;
    private static final int OFF_CRASHED = 3;
    private static final int PAUSED_STARTING_UP = 11;

    private States() {}

    static GuestState of(int state, int reason) {
        return switch (state) {
            case RUNNING, BLOCKED, SHUTDOWN -> GuestState.RUNNING;
            case PAUSED -> reason == PAUSED_STARTING_UP ? GuestState.RUNNING : GuestState.PAUSED;
            case SUSPENDED -> GuestState.PAUSED;
            case CRASHED -> GuestState.CRASHED;
            case SHUTOFF -> reason == OFF_CRASHED ? GuestState.CRASHED : GuestState.STOPPED;
            default -> GuestState.STOPPED;
        };
    }
}
