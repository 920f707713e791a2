package io.obox.job;

/** How urgent a job is. Waiting ages: a job of a lower priority overtakes younger ones of a higher in time. */
public enum JobPriority {
    CRITICAL,
    HIGH,
    NORMAL,
    LOW
}
