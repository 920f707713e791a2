/** What strangers and users may do to a node without taking it from the others. */
@org.jspecify.annotations.NullMarked
package io.obox.product.attack;
