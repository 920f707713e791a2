/** What mails say: templates, arguments, and the text that they give. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.words;
