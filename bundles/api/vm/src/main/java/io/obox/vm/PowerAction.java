package io.obox.vm;

/** What can be done to the power of a VM. */
public enum PowerAction {
    /** Turns it on. */
    START,
    /** Asks the guest to end; it may take its time. */
    SHUTDOWN,
    /** Turns it off without asking the guest. */
    STOP,
    /** Asks the guest to restart. */
    REBOOT,
    /** Restarts it without asking the guest. */
    RESET,
    /** Lets it stand still in memory. */
    PAUSE,
    /** Lets it go on after a pause. */
    RESUME
}
