package io.obox.mail.internal.outbox;

import io.obox.mail.MailState;
import io.obox.mail.internal.words.Content;
import io.obox.mail.internal.words.Draft;
import io.obox.problem.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code mail}.
 *
 * @param sending which job's turn it is: one that has another one's is too late
 * @param jobId the job that sends it or did so last
 * @param draft what was queued; without content where it has been sent, and in lists
 */
public record MailRow(
        UUID id,
        UUID sending,
        UUID jobId,
        Draft draft,
        MailState state,
        @Nullable Problem problem,
        Instant createdAt,
        @Nullable Instant sentAt,
        long version) {
    /** The language that it is written in. */
    Locale locale() {
        return Locale.forLanguageTag(draft.language());
    }

    @Nullable
    Content content() {
        return draft.content();
    }
}
