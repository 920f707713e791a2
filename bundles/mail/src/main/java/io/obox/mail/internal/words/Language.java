package io.obox.mail.internal.words;

import java.util.List;
import java.util.Locale;

/** The languages that mails are written in. */
public final class Language {
    /** All of them, as they are written down. */
    public static final List<String> ALL = List.of("en", "fr");

    private Language() {}

    /** The one for a reader. */
    static String of(Locale locale) {
        return ALL.contains(locale.getLanguage()) ? locale.getLanguage() : ALL.getFirst();
    }
}
