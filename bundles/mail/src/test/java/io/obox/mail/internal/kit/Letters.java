package io.obox.mail.internal.kit;

import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import java.util.Locale;
import java.util.Set;

/** A template with one argument of each kind, in two languages. */
public final class Letters implements MailTemplate {
    public static final String ID = "test.letter";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("who", "link", "until");
    }

    @Override
    public MailWords words(Locale locale) {
        return locale.getLanguage().equals("fr")
                ? MailWords.of("Bienvenue, {who}", "Bonjour {recipient},\n\nsuivez {link}\navant le {until}.")
                : MailWords.of("Welcome, {who}", "Hello {recipient},\n\nfollow {link}\nbefore {until}.");
    }
}
