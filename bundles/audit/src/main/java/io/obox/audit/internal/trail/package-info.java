/** Shows records. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.trail;
