/** Measures the job ledger from within: how fast jobs come in, and how fast a handler that does nothing gets them done. */
@org.jspecify.annotations.NullMarked
package io.obox.bench.internal;
