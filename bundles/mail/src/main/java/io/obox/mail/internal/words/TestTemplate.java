package io.obox.mail.internal.words;

import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Says that mail works. */
@Component(service = MailTemplate.class)
public final class TestTemplate implements MailTemplate {
    /** Its id. */
    public static final String ID = "mail.test";

    private static final MailWords ENGLISH = MailWords.of("Mail from OBox works", """
        Hello {recipient},

        this mail was asked for at {asked}. As you can read it, OBox can send mail.

        {home}
        """);

    private static final MailWords FRENCH = MailWords.of("Les e-mails d’OBox fonctionnent", """
        Bonjour {recipient},

        cet e-mail a été demandé le {asked}. Si vous pouvez le lire, OBox sait envoyer des e-mails.

        {home}
        """);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("asked", "home");
    }

    @Override
    public MailRequest example(Locale locale) {
        return MailRequest.builder(ID, "ann@example.org")
                .name("Ann")
                .locale(locale)
                .instant("asked", Instant.now())
                .link("home", URI.create("/"))
                .build();
    }

    @Override
    public MailWords words(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? FRENCH : ENGLISH;
    }
}
