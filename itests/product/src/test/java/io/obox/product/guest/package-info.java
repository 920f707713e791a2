/** Real guests on this machine's hypervisor, made by the product and reached from outside. */
@org.jspecify.annotations.NullMarked
package io.obox.product.guest;
