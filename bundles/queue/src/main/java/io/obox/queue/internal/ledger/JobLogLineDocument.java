package io.obox.queue.internal.ledger;

import io.obox.job.JobLogLine;
import java.time.Instant;

/** A row of {@code job_log}. */
public record JobLogLineDocument(long seq, Instant at, int attempt, String text) implements JobLogLine {}
