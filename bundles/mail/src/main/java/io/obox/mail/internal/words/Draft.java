package io.obox.mail.internal.words;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it was queued: checked, and in single lines where there is but one.
 *
 * @param content null where it is not known any more
 */
public record Draft(
        String template,
        String email,
        String name,
        String language,
        String subject,
        @Nullable Content content) {}
