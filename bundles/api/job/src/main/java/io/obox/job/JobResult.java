package io.obox.job;

/**
 * What has become so far of what a job with jobs of its own was to do.
 *
 * @param done how many of its jobs are COMPLETED
 * @param failed how many of them are DISCARDED or CANCELLED
 * @param skipped for how many things it had no job made; the job's log says for which, and why
 */
public record JobResult(long done, long failed, long skipped) {}
