package io.obox.mail.internal.words;

import io.obox.mail.MailWords;
import java.util.Optional;

/** Words that are taken in place of those of a template. */
@FunctionalInterface
public interface ChosenWords {
    /** Of a template in a language, if there are any. */
    Optional<MailWords> of(String template, String language);
}
