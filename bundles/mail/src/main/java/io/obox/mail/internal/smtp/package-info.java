/** The way to a mail server. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.smtp;
