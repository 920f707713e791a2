package io.obox.user;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Issues callers, for the bundle that authenticates and for no other. Thread-safe.
 *
 * <p>This keeps a plugin from acting in somebody's name by mistake or for convenience: there is no public way to a caller of
 * its own making. It is no wall against hostile code in the same process, which can reach private members by reflection: a
 * bundle that is not trusted must not be installed.
 */
public final class CallerIssuer {
    private static final String AUTHENTICATING = "io.obox.auth";

    private CallerIssuer() {}

    /**
     * The issuer for a class of the bundle that authenticates.
     *
     * @param self {@code MethodHandles.lookup()}, which only the class itself can make
     * @throws SecurityException for a class of any other bundle
     */
    public static CallerIssuer of(MethodHandles.Lookup self) {
        // outside of a framework, as in a test, there are no bundles to tell apart
        boolean inFramework = FrameworkUtil.getBundle(CallerIssuer.class) != null;
        if (inFramework && !(self.hasFullPrivilegeAccess() && isAuthenticating(self.lookupClass()))) {
            throw new SecurityException(self.lookupClass().getName() + " is not in the bundle " + AUTHENTICATING
                    + ", which alone issues callers");
        }
        return new CallerIssuer();
    }

    private static boolean isAuthenticating(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle != null && AUTHENTICATING.equals(bundle.getSymbolicName());
    }

    /** A caller to be: with all scopes, and without a session. */
    public Draft draft(UUID userId, String email, Role role, Credential credential) {
        return new Draft(userId, email, role, credential);
    }

    /** A caller before it is issued. For one thread. */
    public static final class Draft {
        final UUID userId;
        final String email;
        final Role role;
        final Credential credential;
        Set<Scope> scopes = Scope.ALL;

        @Nullable
        UUID sessionId;

        @Nullable
        UUID tokenId;

        @Nullable
        UUID passwordId;

        @Nullable
        Instant validUntil;

        boolean mustChangePassword;
        boolean mustVerifyEmail;
        boolean mustEnrolSecondFactor;

        private Draft(UUID userId, String email, Role role, Credential credential) {
            this.userId = userId;
            this.email = email;
            this.role = role;
            this.credential = credential;
        }

        /** With these scopes only. */
        public Draft scopes(Set<Scope> some) {
            scopes = Set.copyOf(some);
            return this;
        }

        /** By this session. */
        public Draft session(UUID id) {
            sessionId = id;
            return this;
        }

        /** By this token, which is good for these scopes only. */
        public Draft token(UUID id, Set<Scope> some) {
            tokenId = id;
            return scopes(some);
        }

        /** Until the credential ends by itself; null if it does not. */
        public Draft validUntil(@Nullable Instant end) {
            validUntil = end;
            return this;
        }

        /** Whether the password must be changed first. */
        public Draft mustChangePassword(boolean must) {
            mustChangePassword = must;
            return this;
        }

        /** Whether the address must be confirmed first. */
        public Draft mustVerifyEmail(boolean must) {
            mustVerifyEmail = must;
            return this;
        }

        /** Whether a second factor must be set up first. */
        public Draft mustEnrolSecondFactor(boolean must) {
            mustEnrolSecondFactor = must;
            return this;
        }

        /** By a password that is the account's as long as this stays the same. */
        public Draft password(UUID fingerprint) {
            passwordId = fingerprint;
            return this;
        }

        /** The caller. */
        public Caller issue() {
            return new Caller(this);
        }
    }
}
