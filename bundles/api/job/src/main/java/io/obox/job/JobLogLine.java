package io.obox.job;

import java.time.Instant;

/**
 * One line of a job's log.
 *
 * @param seq grows by line within the job, from 1
 * @param attempt the attempt that wrote it
 */
public record JobLogLine(long seq, Instant at, int attempt, String text) {}
