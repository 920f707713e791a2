/** Mails to people. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal;
