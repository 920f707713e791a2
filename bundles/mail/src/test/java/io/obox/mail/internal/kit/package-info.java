/** What tests of mails need. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.kit;
