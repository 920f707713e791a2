/** What keeps the ledger moving when nobody else does: due jobs, jobs of dead workers, jobs that Redis has lost. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.sweep;
