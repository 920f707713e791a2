/** Images. */
@org.jspecify.annotations.NullMarked
package io.obox.image.internal;
