package io.obox.queue.internal.execution;

/** Why an attempt is told to stop. */
enum Stop {
    /** People asked for it: the job becomes CANCELLED. */
    CANCELLED,
    /** It no longer counts: nothing is written any more. */
    LOST,
    /** It has taken longer than its handler may: it has failed. */
    OVERDUE,
    /** Its worker or its handler goes away: the job goes back with the attempt not counted. */
    RELEASED
}
