package io.obox.auth.internal.login;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.session.Client;
import io.obox.problem.Problem;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account("alice@example.org", Role.USER);

    private Login login(String email, String password, Client client) {
        return kit.login(email, password, client);
    }

    private Problem refusal(String email, String password, Client client) {
        return problemOf(() -> login(email, password, client));
    }

    @Test
    void whoKnowsThePasswordIsTheCallerBehindTheToken() {
        Login login = login("alice@example.org", PASSWORD, BROWSER);
        assertThat(login.user().id()).isEqualTo(alice.id());
        Caller caller = kit.authenticator.authenticate(login.accessToken());
        assertThat(caller.userId()).isEqualTo(alice.id());
        assertThat(caller.email()).isEqualTo("alice@example.org");
        assertThat(caller.role()).isEqualTo(Role.USER);
        assertThat(caller.mustChangePassword()).isFalse();
        assertThat(caller.sessionId()).isNotNull();
    }

    @Test
    void whoIsLetInAndWhoIsNotIsRecorded() {
        login("alice@example.org", PASSWORD, BROWSER);
        refusal("alice@example.org", "correct horsf", BROWSER);
        refusal("nobody@example.org", PASSWORD, BROWSER);

        assertThat(kit.audit.entries())
                .extracting(AuditEntry::userId, AuditEntry::who, AuditEntry::address, AuditEntry::problem)
                .containsExactly(
                        tuple(alice.id(), "alice@example.org", BROWSER.address(), null),
                        tuple(null, "alice@example.org", BROWSER.address(), "unauthenticated"),
                        tuple(null, "nobody@example.org", BROWSER.address(), "unauthenticated"));
    }

    @Test
    void whoTriesTooOftenDoesNotFillTheAuditLog() {
        IntStream.range(0, 40).forEach(i -> refusal("alice@example.org", "wrong-" + i, BROWSER));

        assertThat(refusal("alice@example.org", "wrong", BROWSER).slug()).isEqualTo("rate-limited");
        assertThat(kit.audit.entries()).hasSizeLessThan(40);
        assertThat(kit.audit.entries()).extracting(AuditEntry::problem).containsOnly("unauthenticated");
    }

    @Test
    void theAddressMayBeWrittenInAnyCase() {
        assertThat(login(" Alice@Example.ORG ", PASSWORD, BROWSER).user().id()).isEqualTo(alice.id());
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        Problem wrong = refusal("alice@example.org", "correct horsf", BROWSER);
        Problem unknown = refusal("nobody@example.org", PASSWORD, BROWSER);
        assertThat(wrong.slug()).isEqualTo("unauthenticated");
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void thatAnAccountIsDisabledIsToldOnlyToWhoKnowsItsPassword() {
        kit.account("off@example.org", Role.USER, UserState.DISABLED, PASSWORD, false);
        assertThat(refusal("off@example.org", PASSWORD, BROWSER).slug()).isEqualTo("account-disabled");
        assertThat(refusal("off@example.org", "wrong password", BROWSER).slug()).isEqualTo("unauthenticated");
    }

    @Test
    void theKnownPasswordIsGoodOnlyFromTheMachineItself() {
        kit.account("admin@gmail.com", Role.ADMIN, UserState.ACTIVE, "admin", true);
        assertThat(refusal("admin@gmail.com", "admin", BROWSER).slug()).isEqualTo("unauthenticated");
        Login local = login("admin@gmail.com", "admin", new Client("127.0.0.1", "curl", true));
        assertThat(kit.authenticator.authenticate(local.accessToken()).mustChangePassword())
                .isTrue();
    }

    @Test
    void guessingEndsWithoutLockingOutTheOwner() {
        Client mallory = new Client("198.51.100.1", "guess/1.0", false);
        boolean limited = IntStream.range(0, 21)
                .mapToObj(i -> refusal("alice@example.org", "guess number " + i, mallory))
                .anyMatch(problem -> problem.slug().equals("rate-limited"));
        assertThat(limited).isTrue();
        assertThat(login("alice@example.org", PASSWORD, BROWSER).user().id()).isEqualTo(alice.id());
    }

    /** Each guess comes from another address, so that only the account's own limit can stop them. */
    private void guessFromEverywhere(String email) {
        for (int i = 0; i < 100; i++) {
            String address = "198.51.100." + i;
            assertThat(refusal(email, "guess number " + i, new Client(address, "guess/1.0", false))
                            .slug())
                    .isEqualTo("unauthenticated");
        }
    }

    @Test
    void guessingFromManyPlacesEndsTooAndAKnownBrowserKeepsItsWayIn() {
        Client stranger = new Client("203.0.113.9", "Browser/1.0", false);
        guessFromEverywhere("alice@example.org");
        assertThat(refusal("alice@example.org", PASSWORD, stranger).slug()).isEqualTo("rate-limited");
        String shown = kit.devices.renew(null, "alice@example.org");
        Client known = new Client("198.51.100.1", "Browser/1.0", false, shown);
        assertThat(login("alice@example.org", PASSWORD, known).user().id()).isEqualTo(alice.id());
        kit.account("bob@example.org", Role.USER);
        assertThat(login("bob@example.org", PASSWORD, stranger).user().email()).isEqualTo("bob@example.org");
    }

    @Test
    void anAccountThatDoesNotExistIsLimitedInTheSameWay() {
        Client stranger = new Client("203.0.113.9", "Browser/1.0", false);
        guessFromEverywhere("nobody@example.org");
        guessFromEverywhere("alice@example.org");
        assertThat(refusal("nobody@example.org", PASSWORD, stranger))
                .isEqualTo(refusal("alice@example.org", PASSWORD, stranger));
    }

    @Test
    void whoShowsAKnownBrowserCannotGuessForeverEither() {
        Client known = new Client("198.51.100.1", "b", false, kit.devices.renew(null, "alice@example.org"));
        long refused = IntStream.range(0, 41)
                .mapToObj(i -> refusal("alice@example.org", "guess number " + i, known))
                .filter(problem -> problem.slug().equals("rate-limited"))
                .count();
        assertThat(refused).isOne();
    }

    @Test
    void strangersBehindOneAddressDoNotLockOutAKnownBrowserBehindIt() {
        Client proxy = new Client("192.0.2.1", "guess/1.0", false);
        for (int i = 0; i < 100; i++) {
            refusal("nobody" + i + "@example.org", "guess", proxy);
        }
        assertThat(refusal("alice@example.org", PASSWORD, proxy).slug()).isEqualTo("rate-limited");
        Client known = new Client("192.0.2.1", "b", false, kit.devices.renew(null, "alice@example.org"));
        assertThat(login("alice@example.org", PASSWORD, known).user().id()).isEqualTo(alice.id());
    }

    @Test
    void eachClientOfTheShellIsLimitedForItself() throws Exception {
        InetAddress mallory = InetAddress.ofLiteral("198.51.100.1");
        for (int i = 0; i < 20; i++) {
            problemOf(() -> kit.authenticator.verifyPassword("alice@example.org", "guess".toCharArray(), mallory));
        }
        assertThat(problemOf(() ->
                                kit.authenticator.verifyPassword("alice@example.org", PASSWORD.toCharArray(), mallory))
                        .slug())
                .isEqualTo("rate-limited");
        assertThat(kit.authenticator
                        .verifyPassword(
                                "alice@example.org", PASSWORD.toCharArray(), InetAddress.ofLiteral("198.51.100.2"))
                        .userId())
                .isEqualTo(alice.id());
    }

    @Test
    void loggingInRightIsNeverLimited() {
        for (int i = 0; i < 21; i++) {
            login("alice@example.org", PASSWORD, BROWSER);
        }
        assertThat(kit.sessions.list(caller())).hasSize(22);
    }

    private Caller caller() {
        return kit.authenticator.authenticate(
                login("alice@example.org", PASSWORD, BROWSER).accessToken());
    }

    @Test
    void theLoginIsNotedAsANewVersionOfTheAccount() {
        long before = kit.accounts.find(alice.id()).orElseThrow().user().version();
        User seen = login("alice@example.org", PASSWORD, BROWSER).user();
        assertThat(seen.lastLoginAt()).isNotNull();
        assertThat(seen.version()).isEqualTo(before + 1);
    }

    @Test
    void afterTheLogoutTheTokenIsWorthNothing() {
        Login login = login("alice@example.org", PASSWORD, BROWSER);
        kit.authenticator.authenticate(login.accessToken());
        kit.logins.logout(login.refreshToken());
        assertThat(problemOf(() -> kit.authenticator.authenticate(login.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.logins.refresh(login.refreshToken())).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void whoeverHasOnlyTheAccessTokenIsLoggedOutToo() {
        Login login = login("alice@example.org", PASSWORD, BROWSER);
        kit.logins.logout(kit.authenticator.authenticate(login.accessToken()));
        assertThat(problemOf(() -> kit.authenticator.authenticate(login.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.logins.refresh(login.refreshToken())).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aCallerWithoutASessionHasNothingToEnd() {
        kit.logins.logout(AuthKit.OPERATOR);
        assertThat(kit.told).isEmpty();
    }

    @Test
    void loggingOutAgainChangesNothing() {
        Login login = login("alice@example.org", PASSWORD, BROWSER);
        kit.logins.logout(login.refreshToken());
        kit.logins.logout(login.refreshToken());
        kit.logins.logout("not a token");
        assertThat(kit.sessions.list(caller())).hasSize(1);
    }

    @Test
    void theShellKnowsThePasswordToo() {
        char[] password = PASSWORD.toCharArray();
        Caller caller =
                kit.authenticator.verifyPassword("alice@example.org", password, InetAddress.getLoopbackAddress());
        assertThat(caller.userId()).isEqualTo(alice.id());
        assertThat(caller.sessionId()).isNull();
        assertThat(password).containsOnly('\0');
    }

    @Test
    void theOperatorIsTheOldestAdministratorInUse() {
        assertThat(problemOf(() -> kit.authenticator.operator(MethodHandles.lookup()))
                        .slug())
                .isEqualTo("unavailable");
        kit.account("off@example.org", Role.ADMIN, UserState.DISABLED, PASSWORD, false);
        User first = kit.account("first@example.org", Role.ADMIN);
        kit.account("second@example.org", Role.ADMIN);
        assertThat(kit.authenticator.operator(MethodHandles.lookup()).userId()).isEqualTo(first.id());
    }
}
