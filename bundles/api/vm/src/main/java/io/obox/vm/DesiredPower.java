package io.obox.vm;

/** What a person wants a VM to do. */
public enum DesiredPower {
    RUNNING,
    STOPPED,
    PAUSED
}
