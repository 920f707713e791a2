/**
 * Who does it now: the lines of waiting jobs in Redis, and notices between nodes. Nothing here is needed for work to be
 * done, and nothing is believed: a job is taken only when the ledger says so.
 */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.dispatch;
