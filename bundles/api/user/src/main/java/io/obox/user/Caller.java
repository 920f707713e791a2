package io.obox.user;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service acts. Every domain service takes it and decides by it; nothing outside the services does. What OBox
 * does by itself has no caller. Immutable.
 *
 * <p>A caller that a service is given is genuine: only a {@link CallerIssuer} makes one, and only the bundle that authenticates
 * gets an issuer.
 */
public final class Caller implements Principal {
    private final UUID userId;
    private final String email;
    private final Role role;
    private final Credential credential;
    private final Set<Scope> scopes;
    private final @Nullable UUID sessionId;
    private final @Nullable UUID otherId;
    private final @Nullable Instant validUntil;
    private final boolean mustChangePassword;
    private final boolean mustVerifyEmail;
    private final boolean mustEnrolSecondFactor;

    Caller(CallerIssuer.Draft draft) {
        this.userId = draft.userId;
        this.email = draft.email;
        this.role = draft.role;
        this.credential = draft.credential;
        this.scopes = draft.scopes;
        this.sessionId = draft.sessionId;
        this.otherId = draft.tokenId == null ? draft.passwordId : draft.tokenId;
        this.validUntil = draft.validUntil;
        this.mustChangePassword = draft.mustChangePassword;
        this.mustVerifyEmail = draft.mustVerifyEmail;
        this.mustEnrolSecondFactor = draft.mustEnrolSecondFactor;
    }

    /**
     * Who makes a request.
     *
     * @param principal the one of the request, or null
     * @throws ProblemException {@code unauthenticated} where nobody is logged in
     */
    public static Caller of(@Nullable Principal principal) {
        if (principal instanceof Caller caller) {
            return caller;
        }
        throw new ProblemException(Problem.unauthenticated(UserMessage.NOBODY.with()));
    }

    /** The account. */
    public UUID userId() {
        return userId;
    }

    /** The account's e-mail address. */
    public String email() {
        return email;
    }

    /** What the account may do. */
    public Role role() {
        return role;
    }

    /** How the caller came in. */
    public Credential credential() {
        return credential;
    }

    /** What the credential is good for. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** The session that the caller came by, or null for a credential that has none. */
    public @Nullable UUID sessionId() {
        return sessionId;
    }

    /**
     * What tells the credential from others of its kind: the id of the session or of the token, or what changes with the password; null
     * where it has none.
     */
    public @Nullable UUID credentialId() {
        return sessionId == null ? otherId : sessionId;
    }

    /** When the credential ends by itself, as far as that is known; null if it does not. */
    public @Nullable Instant validUntil() {
        return validUntil;
    }

    /** True while only the change of the password is allowed. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** True while the account's address is to be confirmed, and little but that is allowed. */
    public boolean mustVerifyEmail() {
        return mustVerifyEmail;
    }

    /** True while a second factor is to be set up, and little but that is allowed. */
    public boolean mustEnrolSecondFactor() {
        return mustEnrolSecondFactor;
    }

    /** What the caller may see, and change as far as the scopes allow. */
    public Visibility visibility() {
        return isAdmin() ? Visibility.everything() : Visibility.of(Set.of(userId));
    }

    /** Whether the caller has the rights of an administrator now. */
    public boolean isAdmin() {
        return role == Role.ADMIN && scopes.contains(Scope.ADMIN) && !mustVerifyEmail && !mustEnrolSecondFactor;
    }

    @Override
    public String getName() {
        return email;
    }

    @Override
    public String toString() {
        return email + " by " + credential;
    }
}
