package io.obox.mail.internal.templates;

import org.jspecify.annotations.Nullable;

/**
 * Words that an administrator chooses.
 *
 * @param html null to have it made from the text
 */
public record MailWordsBody(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html) {}
