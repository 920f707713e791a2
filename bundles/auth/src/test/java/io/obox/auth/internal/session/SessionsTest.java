package io.obox.auth.internal.session;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.token.RefreshToken;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.SessionEvents;
import io.obox.user.User;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account("alice@example.org", Role.USER);

    private Login login() {
        return kit.login(alice.email(), PASSWORD, BROWSER);
    }

    private static UUID sessionOf(Caller caller) {
        return Objects.requireNonNull(caller.sessionId());
    }

    private static boolean ended(AuthKit node, Login login) {
        try {
            node.authenticator.authenticate(login.accessToken());
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }

    @Test
    void renewedTokensBelongToTheSameSession() {
        Login first = login();
        Login second = kit.logins.refresh(first.refreshToken());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(kit.authenticator.authenticate(second.accessToken()))
                .isEqualTo(kit.authenticator.authenticate(first.accessToken()));
    }

    @Test
    void aTokenThatComesASecondTimeEndsTheSession() {
        Login first = login();
        Login second = kit.logins.refresh(first.refreshToken());
        kit.clock.pass(SessionEntity.GRACE);
        assertThat(problemOf(() -> kit.logins.refresh(first.refreshToken())).slug())
                .isEqualTo("unauthenticated");
        assertThat(ended(kit, second)).isTrue();
        assertThat(problemOf(() -> kit.logins.refresh(second.refreshToken())).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aTokenFromBeforeTheLastEndsTheSessionEvenAtOnce() {
        Login first = login();
        Login second = kit.logins.refresh(first.refreshToken());
        kit.logins.refresh(second.refreshToken());
        problemOf(() -> kit.logins.refresh(first.refreshToken()));
        assertThat(ended(kit, second)).isTrue();
    }

    @Test
    void twoTabsThatRenewAtOnceGetTheSameToken() throws Exception {
        Login login = login();
        AuthKit other = kit.anotherNode();
        List<Callable<String>> tabs = List.of(
                () -> kit.logins.refresh(login.refreshToken()).refreshToken(),
                () -> other.logins.refresh(login.refreshToken()).refreshToken());
        List<String> tokens = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<String> tab : threads.invokeAll(tabs)) {
                tokens.add(tab.get());
            }
        }
        assertThat(tokens.getFirst()).isEqualTo(tokens.getLast());
        assertThat(kit.logins.refresh(tokens.getFirst()).user().id()).isEqualTo(alice.id());
    }

    @Test
    void aTokenThatWasNeverIssuedEndsNothing() {
        Login login = login();
        String forged = login.refreshToken().substring(0, 40)
                + "A".repeat(login.refreshToken().length() - 40);
        assertThat(problemOf(() -> kit.logins.refresh(forged)).slug()).isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.logins.refresh("%%%")).slug()).isEqualTo("unauthenticated");
        kit.logins.logout(forged);
        assertThat(ended(kit, login)).isFalse();
    }

    @Test
    void aSessionEndsHoweverMuchItIsUsed() {
        Login login = login();
        for (int times = 0; times < 4; times++) {
            kit.clock.pass(Duration.ofDays(20));
            login = kit.logins.refresh(login.refreshToken());
        }
        Session session = kit.sessions
                .list(kit.authenticator.authenticate(login.accessToken()))
                .getFirst();
        assertThat(session.expiresAt()).isEqualTo(session.createdAt().plus(Duration.ofDays(90)));
        kit.clock.pass(Duration.ofDays(10));
        String last = login.refreshToken();
        assertThat(problemOf(() -> kit.logins.refresh(last)).slug()).isEqualTo("unauthenticated");
    }

    @Test
    void oneSessionTooManyEndsTheOneThatWasNotUsedLongest() {
        SessionTerms three = new SessionTerms(Duration.ofDays(30), Duration.ofDays(90), 3);
        Sessions sessions = new Sessions(
                kit.transactions, kit.refreshTokens, kit.live, new AccountTrace(kit.audit), three, kit.clock);
        List<RefreshToken> opened = new ArrayList<>();
        for (int times = 0; times < 3; times++) {
            opened.add(sessions.open(alice.id(), BROWSER));
            kit.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(kit.live.caller(opened.get(1).sessionId())).isPresent();
        sessions.renew(opened.getFirst());
        opened.add(sessions.open(alice.id(), BROWSER));
        assertThat(opened.stream()
                        .map(RefreshToken::sessionId)
                        .map(kit.live::caller)
                        .map(Optional::isPresent))
                .containsExactly(true, false, true, true);
    }

    @Test
    void aSessionThatNobodyUsesRunsOut() {
        Login login = login();
        kit.clock.pass(Duration.ofDays(29));
        Login later = kit.logins.refresh(login.refreshToken());
        kit.clock.pass(Duration.ofDays(29));
        Login last = kit.logins.refresh(later.refreshToken());
        kit.clock.pass(Duration.ofDays(30));
        assertThat(problemOf(() -> kit.logins.refresh(last.refreshToken())).slug())
                .isEqualTo("unauthenticated");
    }

    /** The token would be good for longer than its session: then the session decides. */
    @Test
    void anAccessTokenOfASessionThatRanOutIsWorthNothing() {
        Login login = login();
        UUID session = sessionOf(kit.authenticator.authenticate(login.accessToken()));
        kit.clock.pass(Duration.ofDays(30));
        String stillGood = kit.accessTokens.issue(session);
        assertThat(kit.accessTokens.verify(stillGood)).isPresent();
        assertThat(problemOf(() -> kit.authenticator.authenticate(stillGood)).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void sessionsThatRanOutAreSweptAtTheNextLogin() {
        login();
        kit.clock.pass(Duration.ofDays(31));
        login();
        assertThat(rows()).isEqualTo(1);
    }

    private long rows() {
        return kit.transactions.call(em -> em.createQuery("select count(s) from SessionEntity s", Long.class)
                .getSingleResult());
    }

    @Test
    void theListShowsOnesOwnSessionsAndWhichOneIsUsed() {
        Login first = login();
        kit.clock.pass(Duration.ofMinutes(1));
        Login second = login();
        kit.account("bob@example.org", Role.USER);
        kit.login("bob@example.org", PASSWORD, BROWSER);
        List<Session> sessions = kit.sessions.list(kit.authenticator.authenticate(second.accessToken()));
        assertThat(sessions).extracting(Session::current).containsExactly(true, false);
        assertThat(sessions.getFirst().address()).isEqualTo(BROWSER.address());
        assertThat(sessions.getFirst().userAgent()).isEqualTo(BROWSER.userAgent());
        assertThat(kit.authenticator.authenticate(first.accessToken()).sessionId())
                .isEqualTo(sessions.getLast().id());
    }

    @Test
    void anotherPersonsSessionDoesNotExistButForAnAdministrator() {
        Login login = login();
        Caller owner = kit.authenticator.authenticate(login.accessToken());
        User bob = kit.account("bob@example.org", Role.USER);
        Caller stranger = CallerIssuer.of(MethodHandles.lookup())
                .draft(bob.id(), bob.email(), Role.USER, Credential.KEY)
                .issue();
        assertThat(problemOf(() -> kit.sessions.end(stranger, sessionOf(owner))).slug())
                .isEqualTo("not-found");
        assertThat(ended(kit, login)).isFalse();
        kit.sessions.end(AuthKit.OPERATOR, sessionOf(owner));
        assertThat(ended(kit, login)).isTrue();
    }

    @Test
    void theEndIsSeenAtOnceHereAndWithinTwoSecondsElsewhere() {
        AuthKit other = kit.anotherNode();
        Login login = login();
        assertThat(ended(kit, login)).isFalse();
        assertThat(ended(other, login)).isFalse();
        kit.logins.logout(login.refreshToken());
        assertThat(ended(kit, login)).isTrue();
        other.clock.pass(LiveSessions.TTL);
        assertThat(ended(other, login)).isTrue();
    }

    @Test
    void everyEndIsToldOnceWhicheverWayItCame() {
        Caller leaving = kit.authenticator.authenticate(login().accessToken());
        kit.logins.logout(leaving);
        kit.logins.logout(leaving);
        Login byToken = login();
        Caller renewing = kit.authenticator.authenticate(byToken.accessToken());
        kit.logins.logout(byToken.refreshToken());
        Caller sent = kit.authenticator.authenticate(login().accessToken());
        kit.sessions.end(AuthKit.OPERATOR, sessionOf(sent));
        Login stolen = login();
        Caller copied = kit.authenticator.authenticate(stolen.accessToken());
        kit.logins.refresh(kit.logins.refresh(stolen.refreshToken()).refreshToken());
        problemOf(() -> kit.logins.refresh(stolen.refreshToken()));
        assertThat(kit.told)
                .containsExactlyElementsOf(Stream.of(leaving, renewing, sent, copied)
                        .map(caller ->
                                Change.removed(SessionEvents.TOPIC, sessionOf(caller), Audience.owner(alice.id())))
                        .toList());
    }

    @Test
    void anEventMakesTheEndSeenElsewhereAtOnce() {
        AuthKit other = kit.anotherNode();
        Login login = login();
        Caller caller = other.authenticator.authenticate(login.accessToken());
        kit.logins.logout(login.refreshToken());
        other.live.onEvent(
                AuthKit.event(Change.removed(SessionEvents.TOPIC, sessionOf(caller), Audience.owner(alice.id()))));
        assertThat(ended(other, login)).isTrue();
    }

    @Test
    void aSessionOfAnAccountThatWasTurnedOffIsWorthNothing() {
        Login login = login();
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set state = 'DISABLED'"));
        kit.live.changed(alice);
        assertThat(ended(kit, login)).isTrue();
        assertThat(problemOf(() -> kit.logins.refresh(login.refreshToken())).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aChangedRoleCountsForTokensThatAreOutAlready() {
        Login login = login();
        assertThat(kit.authenticator.authenticate(login.accessToken()).isAdmin())
                .isFalse();
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set role = 'ADMIN'"));
        kit.clock.pass(LiveSessions.TTL);
        assertThat(kit.authenticator.authenticate(login.accessToken()).isAdmin())
                .isTrue();
    }

    @Test
    void whoEndsASessionIsRecorded() {
        Caller first = kit.authenticator.authenticate(login().accessToken());
        Login second = login();
        UUID ended = Objects.requireNonNull(
                kit.authenticator.authenticate(second.accessToken()).sessionId());
        kit.sessions.end(first, ended);
        kit.logins.logout(first);
        List<AuditEntry> ends = kit.audit.entries().stream()
                .filter(entry -> entry.action().equals("session.end"))
                .toList();
        assertThat(ends).extracting(AuditEntry::objectId).containsExactly(ended.toString(), first.sessionId() + "");
        assertThat(ends).extracting(AuditEntry::who).containsOnly(alice.email());
    }
}
