package io.obox.web.internal.gateway;

import io.obox.user.access.Pending;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the gateway knows of paths while what answers there may be away. It is what the operations declare, which a test holds it
 * against; whatever is not named here is closed.
 */
public final class EarlyAccess {
    /** Where nobody needs a login, and none is looked at. */
    public static final Set<String> OPEN = Set.of(
            "/api/auth/login",
            "/api/auth/second-factor",
            "/api/auth/refresh",
            "/api/auth/register",
            "/api/auth/verify",
            "/api/auth/forgot",
            "/api/auth/invitation",
            "/api/auth/invitation/accept",
            "/api/auth/reset",
            "/api/auth/registration",
            "/api/openapi.json");

    /** Where nobody needs a login, and whoever has one is known by it. */
    public static final String LOGOUT = "/api/auth/logout";

    /** Where an account is let in that still owes something. */
    public static final Map<Pending, Set<String>> PENDING = Map.of(
            Pending.PASSWORD_CHANGE,
            Set.of("/api/auth/me", "/api/profile/password"),
            Pending.VERIFICATION,
            Set.of("/api/auth/me", "/api/auth/resend", "/api/profile", "/api/profile/password"),
            Pending.SECOND_FACTOR,
            Set.of(
                    "/api/auth/me",
                    "/api/auth/confirm",
                    "/api/profile/password",
                    "/api/profile/second-factor",
                    "/api/profile/second-factor/confirm"));

    private EarlyAccess() {}

    /** What may be owed at a path. */
    static Set<Pending> pending(String path) {
        EnumSet<Pending> allowed = EnumSet.noneOf(Pending.class);
        Arrays.stream(Pending.values())
                .filter(each -> PENDING.getOrDefault(each, Set.of()).contains(path))
                .forEach(allowed::add);
        return allowed;
    }
}
