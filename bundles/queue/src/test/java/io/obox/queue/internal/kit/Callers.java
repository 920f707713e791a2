package io.obox.queue.internal.kit;

import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.lang.invoke.MethodHandles;
import java.util.UUID;

/** On whose behalf tests act. */
public final class Callers {
    public static final Caller ADMIN = caller(new UUID(9, 9), Role.ADMIN);

    private Callers() {}

    public static Caller user(UUID id) {
        return caller(id, Role.USER);
    }

    private static Caller caller(UUID id, Role role) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(id, "somebody@test", role, Credential.SESSION)
                .issue();
    }
}
