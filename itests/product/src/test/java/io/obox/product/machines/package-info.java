/** VMs and jobs of the booted product: many at once, and on several nodes. */
@org.jspecify.annotations.NullMarked
package io.obox.product.machines;
