/** Every operation by every kind of caller, held against what is printed in {@code docs/authorisation.md}. */
@org.jspecify.annotations.NullMarked
package io.obox.product.authorisation;
