package io.obox.mail.internal.templates;

import io.obox.mail.MailWords;
import org.jspecify.annotations.Nullable;

/**
 * Subject and text of mails in one language, with the names of arguments in braces.
 *
 * @param html what stands within its body, or null where it is made from the text
 */
public record MailWordsDocument(
        String subject, String text, @Nullable String html) {
    static MailWordsDocument of(MailWords words) {
        return new MailWordsDocument(words.subject(), words.text(), words.html());
    }
}
