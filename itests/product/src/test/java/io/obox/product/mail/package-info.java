/** Mails, from the product to a mail server. */
@org.jspecify.annotations.NullMarked
package io.obox.product.mail;
