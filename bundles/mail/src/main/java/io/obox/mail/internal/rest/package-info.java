/** Mails over HTTP. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.rest;
