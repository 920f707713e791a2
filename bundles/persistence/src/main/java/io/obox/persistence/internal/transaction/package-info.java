/**
 * Transactions that belong to a thread. All work of a thread goes over one connection, whichever bundle does it; only the
 * outermost call commits.
 */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal.transaction;
