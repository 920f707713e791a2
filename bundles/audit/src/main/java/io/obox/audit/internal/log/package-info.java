/** Stores records. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.log;
