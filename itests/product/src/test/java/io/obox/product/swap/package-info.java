/** Bundles of the booted product are replaced while clients use it: nothing fails, nothing is lost or doubled. */
@org.jspecify.annotations.NullMarked
package io.obox.product.swap;
