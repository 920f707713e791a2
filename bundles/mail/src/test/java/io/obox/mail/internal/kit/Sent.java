package io.obox.mail.internal.kit;

import io.obox.mail.OutgoingMail;
import java.time.Instant;
import java.util.UUID;

/** A mail as a transport is given it. */
public record Sent(
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
    /** A mail to somebody of this name about something. */
    public static Sent to(String name, String subject) {
        UUID id = UUID.randomUUID();
        return new Sent(
                id,
                id + "@obox.example.org",
                "ann@example.org",
                name,
                "en",
                subject,
                "Hello.\n",
                "<p>Hello.</p>",
                Instant.parse("2026-11-26T12:00:00Z"));
    }
}
