/** The command that people start the product with. */
@org.jspecify.annotations.NullMarked
package io.obox.product.frontdoor;
