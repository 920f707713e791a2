package io.obox.mail;

import org.jspecify.annotations.Nullable;

/**
 * Subject and text of a template in one language. The names of arguments stand in braces, as in {@code Hello {recipient},};
 * {@code recipient} is always there: the recipient's name, or the address where there is none. One that is not given is left out.
 * Immutable.
 */
public final class MailWords {
    private final String subject;
    private final String text;
    private final @Nullable String html;

    private MailWords(String subject, String text, @Nullable String html) {
        this.subject = subject;
        this.text = text;
        this.html = html;
    }

    /**
     * With HTML that is made from the text: paragraphs are what stands between empty lines, and links can be followed.
     *
     * @param subject one line, without links: it is kept when the mail has been sent
     * @param text in plain text, with an empty line between paragraphs
     */
    public static MailWords of(String subject, String text) {
        return new MailWords(subject, text, null);
    }

    /**
     * With HTML of its own.
     *
     * @param body what stands within {@code <body>}; arguments are escaped where they are put in, and may stand in quoted attributes
     */
    public MailWords withHtml(String body) {
        return new MailWords(subject, text, body);
    }

    /** One line. */
    public String subject() {
        return subject;
    }

    /** Plain text. */
    public String text() {
        return text;
    }

    /** What stands within {@code <body>}, or null where it is made from the text. */
    public @Nullable String html() {
        return html;
    }
}
