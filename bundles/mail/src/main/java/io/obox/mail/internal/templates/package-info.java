/** The words of mails, as administrators see and choose them. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.templates;
