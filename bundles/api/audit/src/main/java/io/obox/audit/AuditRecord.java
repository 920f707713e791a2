package io.obox.audit;

import io.obox.user.Credential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** An entry of the audit log as it is kept. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface AuditRecord {
    /** UUIDv7. */
    UUID id();

    /** Its place in the chain, from 1, or null for a moment after it was recorded. */
    @Nullable
    Long number();

    /** When it was recorded, by the database's clock. */
    Instant at();

    /** The account of whoever did it, or null where nobody was logged in. */
    @Nullable
    UUID userId();

    /** The e-mail address of the account at that time, or what somebody called themselves; may be empty. */
    String who();

    /** What they came in by, or null where nobody was logged in. */
    @Nullable
    Credential credential();

    /** The session or the token that they came by, or null. */
    @Nullable
    UUID sessionId();

    /** The kind of object and what was done to it, such as {@code account.disable}. */
    String action();

    /** What kind of object it was done to; may be empty. */
    String objectType();

    /** The object's id, or null. */
    @Nullable
    String objectId();

    /** What people called the object at that time; may be empty. */
    String objectName();

    /** The IP address that the request came from, or null. */
    @Nullable
    String address();

    /** What became of it. */
    Outcome outcome();

    /** The slug of the problem that it was refused with, or null. */
    @Nullable
    String problem();

    /** What it changed. */
    List<? extends AuditChange> changes();

    /** SHA-256 over the record and the hash of the one before it, in hexadecimal digits; null as long as the number is. */
    @Nullable
    String hash();
}
