/** Ways to the booted product: its command, its REST interface, its shell. */
@org.jspecify.annotations.NullMarked
package io.obox.product.access;
