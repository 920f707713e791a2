/** The mails that there are, and what becomes of them. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.outbox;
