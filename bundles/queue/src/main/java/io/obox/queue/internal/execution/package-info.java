/**
 * Runs attempts: takes jobs as far as there is room, runs their handlers on virtual threads, keeps their leases, writes what
 * they report, and ends them, many at once where that is possible.
 */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.execution;
