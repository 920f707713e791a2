package io.obox.user;

import io.obox.version.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An account, as it was when it was asked for, without anything secret. Immutable. Jackson writes it as the document that REST
 * answers with.
 */
@ProviderType
public interface User extends Versioned {
    /** Its id. */
    UUID id();

    /** Address to log in with, in lower case; unique. */
    String email();

    /** What people call its user. */
    String name();

    /** What it may do. */
    Role role();

    /** Whether it may log in. */
    UserState state();

    /** BCP 47 tag of the language for pages and mail, such as {@code en}. */
    String locale();

    /** True until the first password, which others may know, has been replaced. */
    boolean mustChangePassword();

    /** True while a second factor must be set up before anything else; told of one's own account at the login. */
    default boolean mustEnrolSecondFactor() {
        return false;
    }

    /** When it was made. */
    Instant createdAt();

    /** When somebody last logged in to it, or null. */
    @Nullable
    Instant lastLoginAt();
}
