package io.obox.mail;

import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What mails of one kind are made from. A whiteboard service of the domain that sends them; of several with the same id the one with
 * the highest ranking is taken. Its words are asked for when a mail is queued, and are kept with it until it has been sent.
 */
@ConsumerType
public interface MailTemplate {
    /** Stable name: what the bundle is called, a dot, and what the mail is for, such as {@code auth.verify}. */
    String id();

    /** Names of the arguments that each mail must be given. */
    Set<String> arguments();

    /**
     * The words in a language, or in English where there are none in it. Must not block.
     *
     * @param locale of the recipient
     */
    MailWords words(Locale locale);

    /**
     * A request with made-up arguments, by which administrators are shown what a mail looks like. Unless it says otherwise, all
     * arguments are texts: their names.
     *
     * @param locale of the recipient
     */
    default MailRequest example(Locale locale) {
        MailRequest.Builder request =
                MailRequest.builder(id(), "ann@example.org").name("Ann").locale(locale);
        arguments().forEach(name -> request.text(name, name));
        return request.build();
    }
}
