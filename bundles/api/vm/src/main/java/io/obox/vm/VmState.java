package io.obox.vm;

/** What a VM does, as last seen. */
public enum VmState {
    /** Asked for; no worker has begun. */
    REQUESTED,
    /** A worker makes it. */
    PROVISIONING,
    /** Its guest runs. */
    RUNNING,
    /** It exists and is off. */
    STOPPED,
    /** It exists and stands still in memory. */
    PAUSED,
    /** It could not be made, or it broke; the VM's problem tells why. */
    FAILED,
    /** A worker takes it away. */
    DELETING,
    /** The hypervisor no longer has it. */
    LOST
}
