package io.obox.provisioner.spi;

/** What a hypervisor says of a guest. */
public enum GuestState {
    RUNNING,
    STOPPED,
    PAUSED,
    /** It ended by a fault. */
    CRASHED
}
