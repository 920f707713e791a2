/** What goes into the audit log. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.trace;
