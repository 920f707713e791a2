/** Lets go of what has aged. */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal.retention;
