package io.obox.job;

/** Where a job stands; {@code docs/job-states.md} draws the ways between the states. */
public enum JobState {
    /** Due later. */
    SCHEDULED(false),
    /** Waits for a worker. */
    AVAILABLE(false),
    /** A worker holds its lease. */
    RUNNING(false),
    /** An attempt failed; the next one is due after the backoff. */
    RETRYABLE(false),
    /** Done. */
    COMPLETED(true),
    /** Given up; the job's problem tells why. */
    DISCARDED(true),
    /** Ended by a person. */
    CANCELLED(true);

    private final boolean finished;

    JobState(boolean finished) {
        this.finished = finished;
    }

    /** Whether nothing more happens by itself. */
    public boolean finished() {
        return finished;
    }
}
