/** What an earlier release left, in the hands of this one. */
@org.jspecify.annotations.NullMarked
package io.obox.product.upgrade;
