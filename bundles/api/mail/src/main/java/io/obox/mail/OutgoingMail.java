package io.obox.mail;

import java.time.Instant;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A mail as a transport is given it. Immutable. Its text may hold credentials: never to be logged. Addresses, name and subject are
 * single lines without control characters.
 */
@ProviderType
public interface OutgoingMail {
    /** Its id. */
    UUID id();

    /** The same at each attempt; unique, and without angle brackets: the id, an at sign, and a domain. */
    String messageId();

    /** The address that it goes to. */
    String email();

    /** What the recipient is called, or empty. */
    String name();

    /** BCP 47 tag of the language that it is written in. */
    String language();

    /** What it is about. */
    String subject();

    /** Plain text, with lines that end in {@code \n}. */
    String text();

    /** The same as a document of HTML. */
    String html();

    /** When it was queued. */
    Instant createdAt();
}
