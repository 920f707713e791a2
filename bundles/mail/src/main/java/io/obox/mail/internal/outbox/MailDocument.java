package io.obox.mail.internal.outbox;

import io.obox.mail.Mail;
import io.obox.mail.MailState;
import io.obox.mail.internal.words.Content;
import io.obox.mail.internal.words.Letter;
import io.obox.mail.internal.words.Site;
import io.obox.problem.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as administrators see it. */
public record MailDocument(
        UUID id,
        String to,
        String template,
        String language,
        String subject,
        @Nullable String text,
        @Nullable String html,
        List<URI> links,
        MailState state,
        @Nullable Problem problem,
        UUID jobId,
        Instant createdAt,
        @Nullable Instant sentAt,
        long version)
        implements Mail {
    static MailDocument of(MailRow row, Site site) {
        Content content = row.content();
        Letter letter = content == null ? null : Letter.of(content, row.draft().subject(), row.locale(), site);
        return new MailDocument(
                row.id(),
                row.draft().email(),
                row.draft().template(),
                row.draft().language(),
                row.draft().subject(),
                letter == null ? null : letter.text(),
                letter == null ? null : letter.html(),
                content == null ? List.of() : content.addresses(site),
                row.state(),
                row.problem(),
                row.jobId(),
                row.createdAt(),
                row.sentAt(),
                row.version());
    }

    /** Nobody reads a credential in a log. */
    @Override
    public String toString() {
        return "mail " + id + " " + state;
    }
}
