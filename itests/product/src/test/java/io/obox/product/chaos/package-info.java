/** What the product stands on is taken away and given back: nothing is lost, nothing is done twice. */
@org.jspecify.annotations.NullMarked
package io.obox.product.chaos;
