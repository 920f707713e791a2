package io.obox.mail;

import io.obox.problem.Problem;
import io.obox.version.Versioned;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A mail, as it was when it was asked for. Immutable. Its text and links may be credentials: never to be logged. Jackson writes it as
 * the document that REST answers with.
 */
@ProviderType
public interface Mail extends Versioned {
    /** UUIDv7: sorts by the time when it was queued. */
    UUID id();

    /** Whom it goes to: an e-mail address. */
    String to();

    /** Which {@link MailTemplate} it is made from. */
    String template();

    /** The language that it is written in, as a tag such as {@code fr}. */
    String language();

    /** What it is about. */
    String subject();

    /** What it says, or null in lists and where it has been sent. */
    @Nullable
    String text();

    /** The same as HTML, or null like {@link #text}. */
    @Nullable
    String html();

    /** The links in it; none where it has no text. */
    List<URI> links();

    /** Where it is on its way. */
    MailState state();

    /** Why the last attempt to send it failed, or null. */
    @Nullable
    Problem problem();

    /** The job that sends it or did so last. */
    UUID jobId();

    /** When it was queued. */
    Instant createdAt();

    /** When a mail server took it, or null. */
    @Nullable
    Instant sentAt();
}
