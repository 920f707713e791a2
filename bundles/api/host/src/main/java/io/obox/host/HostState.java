package io.obox.host;

/** Whether a host takes work. */
public enum HostState {
    /** Reachable. */
    UP,
    /** Not reachable at the moment. */
    DOWN,
    /** Reachable, but no new VMs are placed there. */
    MAINTENANCE
}
