package io.obox.vm;

/** What can be done to many VMs at once. More may be added: a switch over it needs a default. */
public enum VmAction {
    /** {@link PowerAction#START}. */
    START,
    /** {@link PowerAction#SHUTDOWN}. */
    SHUTDOWN,
    /** {@link PowerAction#STOP}. */
    STOP,
    /** {@link PowerAction#REBOOT}. */
    REBOOT,
    /** {@link PowerAction#RESET}. */
    RESET,
    /** {@link PowerAction#PAUSE}. */
    PAUSE,
    /** {@link PowerAction#RESUME}. */
    RESUME,
    /** {@link Vms#delete}. */
    DELETE,
    /** {@link Vms#purge}. */
    PURGE,
    /** {@link Vms#restore}. */
    RESTORE
}
