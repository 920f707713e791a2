package io.obox.mail.internal.jobs;

import io.obox.mail.OutgoingMail;
import io.obox.mail.internal.outbox.MailRow;
import io.obox.mail.internal.words.Content;
import io.obox.mail.internal.words.Draft;
import io.obox.mail.internal.words.Letter;
import io.obox.mail.internal.words.Site;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A mail as a transport is given it. */
record Outgoing(
        UUID id,
        String messageId,
        String email,
        String name,
        String language,
        String subject,
        String text,
        String html,
        Instant createdAt)
        implements OutgoingMail {
    static Outgoing of(MailRow row, Content content, Site site) {
        Draft draft = row.draft();
        Letter letter = Letter.of(content, draft.subject(), Locale.forLanguageTag(draft.language()), site);
        return new Outgoing(
                row.id(),
                row.id() + "@" + site.host(),
                draft.email(),
                draft.name(),
                draft.language(),
                draft.subject(),
                letter.text(),
                letter.html(),
                row.createdAt());
    }

    /** Nobody reads a credential in a log. */
    @Override
    public String toString() {
        return "mail " + id;
    }
}
