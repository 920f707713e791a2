/** What is said of mails. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.message;
