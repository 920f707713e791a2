package io.obox.mail.internal.templates;

import io.obox.version.Versioned;
import java.util.List;

/**
 * A template with its words.
 *
 * @param name its id, such as {@code auth.verify}
 * @param arguments what may stand in braces
 */
public record MailTemplateDocument(
        String name, List<String> arguments, List<MailTranslationDocument> translations, long version)
        implements Versioned {}
