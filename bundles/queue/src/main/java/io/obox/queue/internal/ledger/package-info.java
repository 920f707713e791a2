/**
 * The ledger: the tables of jobs, and every way in which a job goes from one state to another. Each transition is one
 * statement of {@link io.obox.queue.internal.ledger.LedgerSql}, conditional on the state it starts from, so that whoever comes
 * second changes nothing.
 */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.ledger;
