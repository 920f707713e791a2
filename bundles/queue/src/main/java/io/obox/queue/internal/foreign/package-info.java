/** How code of other bundles is called so that it can hold up nothing but itself. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.foreign;
