package io.obox.auth.internal.login;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.SessionEvents;
import io.obox.user.User;
import io.obox.user.UserEvents;
import io.obox.user.UserState;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordChangeTest {
    private static final String EMAIL = "alice@example.org";
    private static final String CHOSEN = "battery staple";

    private final AuthKit kit = new AuthKit();
    private Caller caller = AuthKit.OPERATOR;

    @BeforeEach
    void logIn() {
        kit.account(EMAIL, Role.USER, UserState.ACTIVE, PASSWORD, true);
        caller = kit.authenticator.authenticate(login(PASSWORD).accessToken());
    }

    private Login login(String password) {
        return kit.login(EMAIL, password, BROWSER);
    }

    private FieldError fault(String current, String chosen) {
        Problem problem = problemOf(() -> kit.passwords.change(caller, current, chosen));
        assertThat(problem.slug()).isEqualTo("validation");
        return problem.errors().getFirst();
    }

    @Test
    void onlyTheNewPasswordIsGoodAfterwards() {
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        assertThat(problemOf(() -> login(PASSWORD)).slug()).isEqualTo("unauthenticated");
        assertThat(login(CHOSEN).user().email()).isEqualTo(EMAIL);
    }

    @Test
    void whoseItIsReadsOfItByMail() {
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        assertThat(kit.mails.templatesTo(EMAIL)).containsExactly("auth.password-changed");
    }

    @Test
    void theChangeIsRecordedWithoutEitherPassword() {
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        AuditEntry entry = kit.audit.entries().getLast();
        assertThat(entry.action()).isEqualTo("account.change-password");
        assertThat(entry.sessionId()).isEqualTo(caller.sessionId());
        assertThat(entry.changes()).isEmpty();
    }

    @Test
    void theAccountIsToldAsItIsNow() {
        User changed = kit.passwords.change(caller, PASSWORD, CHOSEN);
        Change<?> told = kit.told.stream()
                .filter(change -> change.topic().equals(UserEvents.TOPIC))
                .findFirst()
                .orElseThrow();
        assertThat(told.version()).hasValue(changed.version());
        assertThat(told.since()).hasValue(0);
        assertThat(told.values())
                .containsEntry("email", EMAIL)
                .containsEntry("role", "USER")
                .containsEntry("mustChangePassword", false);
    }

    @Test
    void aForcedChangeIsDoneWithIt() {
        assertThat(caller.mustChangePassword()).isTrue();
        String token = login(PASSWORD).accessToken();
        Caller before = kit.authenticator.authenticate(token);
        assertThat(kit.passwords.change(before, PASSWORD, CHOSEN).mustChangePassword())
                .isFalse();
        assertThat(kit.authenticator.authenticate(token).mustChangePassword()).isFalse();
    }

    @Test
    void everyOtherSessionEnds() {
        Login other = login(PASSWORD);
        kit.authenticator.authenticate(other.accessToken());
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        assertThat(problemOf(() -> kit.authenticator.authenticate(other.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.logins.refresh(other.refreshToken())).slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.sessions.list(caller)).hasSize(1);
    }

    @Test
    void theEndOfEveryOtherSessionIsTold() {
        UUID other =
                kit.authenticator.authenticate(login(PASSWORD).accessToken()).sessionId();
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        assertThat(kit.told)
                .contains(Change.removed(
                        SessionEvents.TOPIC, Objects.requireNonNull(other), Audience.owner(caller.userId())))
                .noneMatch(change -> change.objectId().equals(caller.sessionId()));
    }

    @Test
    void nobodyElsesSessionEnds() {
        kit.account("bob@example.org", Role.USER);
        Login bob = kit.login("bob@example.org", PASSWORD, BROWSER);
        kit.passwords.change(caller, PASSWORD, CHOSEN);
        assertThat(kit.authenticator.authenticate(bob.accessToken()).email()).isEqualTo("bob@example.org");
    }

    @Test
    void thePresentPasswordMustBeRight() {
        assertThat(fault("not my password", CHOSEN).pointer()).isEqualTo("/currentPassword");
        assertThat(login(PASSWORD).user().email()).isEqualTo(EMAIL);
    }

    @Test
    void guessingThePresentPasswordEnds() {
        for (int i = 0; i < 10; i++) {
            fault("guess number " + i, CHOSEN);
        }
        assertThat(problemOf(() -> kit.passwords.change(caller, PASSWORD, CHOSEN))
                        .slug())
                .isEqualTo("rate-limited");
    }

    @Test
    void aBadPasswordIsRefusedAtItsField() {
        assertThat(fault(PASSWORD, "admin").pointer()).isEqualTo("/newPassword");
        assertThat(fault(PASSWORD, EMAIL).pointer()).isEqualTo("/newPassword");
        assertThat(fault(PASSWORD, PASSWORD).pointer()).isEqualTo("/newPassword");
    }
}
