package io.obox.shell.internal;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import io.obox.user.Users;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Four people with the same password: an administrator, a new one with a first password, one with a second factor, and a user. */
public final class FakeUsers implements Users, Authenticator {
    public static final String PASSWORD = "correct horse";
    public static final Caller OPERATOR =
            caller(9, "first@example.org", Role.ADMIN, Credential.KEY).issue();

    public volatile boolean empty;
    public volatile Role role = Role.ADMIN;
    public volatile UserState state = UserState.ACTIVE;
    public volatile boolean samePassword = true;
    public final AtomicInteger tried = new AtomicInteger();

    /** Where those came from who gave a password. */
    public final Queue<InetAddress> origins = new ConcurrentLinkedQueue<>();

    @Override
    public String accessCookie() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Caller authenticate(String accessToken) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Caller verifyPassword(String email, char[] password, InetAddress from) {
        tried.incrementAndGet();
        origins.add(from);
        if (!Arrays.equals(password, PASSWORD.toCharArray())) {
            throw new ProblemException(Problem.unauthenticated("Wrong."));
        }
        if (email.startsWith("careful")) {
            throw new ProblemException(
                    Problem.of("second-factor-required", "Second factor needed", 403, "It can't be shown here.")
                            .withRemedy("Use a key."));
        }
        return caller(1, email, email.startsWith("user") ? Role.USER : Role.ADMIN, Credential.PASSWORD)
                .mustChangePassword(email.startsWith("new"))
                .issue();
    }

    @Override
    public boolean wouldStillEnter(Caller caller) {
        return samePassword;
    }

    private static CallerIssuer.Draft caller(int number, String email, Role role, Credential credential) {
        return CallerIssuer.of(MethodHandles.lookup()).draft(new UUID(9, number), email, role, credential);
    }

    @Override
    public Caller operator(MethodHandles.Lookup self) {
        if (!self.hasFullPrivilegeAccess()) {
            throw new SecurityException("The shell must prove itself.");
        }
        if (empty) {
            throw new ProblemException(Problem.unavailable("There is no administrator yet."));
        }
        return OPERATOR;
    }

    @Override
    public User get(Caller caller, UUID id) {
        return new Account(id, caller.email(), "Boss", role, state, "en", false, Instant.EPOCH, null, 1);
    }

    @Override
    public Page<User> list(Caller caller, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, String> emails(Collection<UUID> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> "alice@example.org"));
    }

    private record Account(
            UUID id,
            String email,
            String name,
            Role role,
            UserState state,
            String locale,
            boolean mustChangePassword,
            Instant createdAt,
            @Nullable Instant lastLoginAt,
            long version)
            implements User {}
}
