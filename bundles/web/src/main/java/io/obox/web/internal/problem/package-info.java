/** Faults of every kind on their way to HTTP: what to say of an exception, and how a problem is written. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.problem;
