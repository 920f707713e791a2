/** The audit log. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal;
