package io.obox.vm;

/** What can be done about a VM that could not be made, or that its host no longer has. */
public enum RepairAction {
    /** Asks the host at once whether it has the guest of a lost VM again. */
    CHECK,
    /**
     * Makes a lost VM once more from its image, unless its host has the guest again; what was on its disk does not come back. Not
     * of a protected VM.
     */
    RECREATE,
    /**
     * Gives a lost VM up whose host does not have its guest. Where no node reaches the host, it is given up without asking, by an
     * administrator only: a guest of it may remain there.
     */
    FORGET,
    /** Tries once more to make a VM that could not be made. */
    RETRY
}
