package io.obox.user;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service acts. Every domain service takes it and decides by it; nothing outside the services does.
 *
 * @param sessionId the session that the caller came by, or null for one that has none (a shell key, the platform itself)
 * @param mustChangePassword true while only the change of the password is allowed
 */
public record Caller(
        UUID userId, String email, Role role, @Nullable UUID sessionId, boolean mustChangePassword)
        implements Principal {
    private static final Caller PLATFORM = new Caller(new UUID(0, 0), "platform", Role.ADMIN, null, false);

    /** The platform itself: reconciliation, seeding, recovery. Never made from anything that came over a network. */
    public static Caller platform() {
        return PLATFORM;
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
        throw new ProblemException(Problem.unauthenticated("Nobody is logged in here."));
    }

    /** Whether the caller may see and change what belongs to others. */
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Whether the caller may see and change what belongs to this user. */
    public boolean mayAct(UUID ownerId) {
        return isAdmin() || userId.equals(ownerId);
    }

    @Override
    public String getName() {
        return email;
    }
}
