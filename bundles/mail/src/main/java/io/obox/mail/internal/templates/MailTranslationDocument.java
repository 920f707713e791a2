package io.obox.mail.internal.templates;

import org.jspecify.annotations.Nullable;

/**
 * A template in one language.
 *
 * @param language {@code en} or {@code fr}
 * @param standard the words that it comes with
 * @param chosen those that are taken in their place, or null
 */
public record MailTranslationDocument(
        String language,
        MailWordsDocument standard,
        @Nullable MailWordsDocument chosen) {}
