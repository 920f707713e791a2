/** Logging in and out of the booted product, and who must not be able to. */
@org.jspecify.annotations.NullMarked
package io.obox.product.login;
