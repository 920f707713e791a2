package io.obox.auth.internal.administration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.obox.audit.AuditChange;
import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.login.Login;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import io.obox.version.ExpectedVersion;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccountAdministrationTest {
    private static final int ROUNDS = 30;
    private static final UnaryOperator<Standing> OFF = old -> new Standing(old.role(), UserState.DISABLED, old.quota());
    private static final UnaryOperator<Standing> ON = old -> new Standing(old.role(), UserState.ACTIVE, old.quota());
    private static final UnaryOperator<Standing> DEMOTED = old -> new Standing(Role.USER, old.state(), old.quota());
    private static final UnaryOperator<Standing> PROMOTED = old -> new Standing(Role.ADMIN, old.state(), old.quota());

    private final AuthKit kit = new AuthKit();
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final User alice = kit.account("alice@example.org", Role.USER);

    private static Asker by(User user) {
        return new Asker(AuthKit.caller(user), "192.0.2.1");
    }

    private ManagedAccount change(User by, User of, UnaryOperator<Standing> change) {
        return kit.administration.change(by(by), of.id(), change, ExpectedVersion.UNSTATED);
    }

    private Login login(String email) {
        return kit.login(email, PASSWORD, BROWSER);
    }

    @Test
    void whoeverIsTurnedOffIsLoggedOutOnAllNodesAtOnce() {
        AuthKit other = kit.anotherNode();
        Login login = login("alice@example.org");
        other.authenticator.authenticate(login.accessToken());
        assertThat(change(admin, alice, OFF).state()).isEqualTo(UserState.DISABLED);
        other.hear(kit);
        for (AuthKit node : List.of(kit, other)) {
            assertThat(problemOf(() -> node.authenticator.authenticate(login.accessToken()))
                            .slug())
                    .isEqualTo("unauthenticated");
            assertThat(problemOf(() -> node.logins.refresh(login.refreshToken()))
                            .slug())
                    .isEqualTo("unauthenticated");
        }
        assertThat(problemOf(() -> login("alice@example.org")).slug()).isEqualTo("account-disabled");
        change(admin, alice, ON);
        assertThat(login("alice@example.org").user().id()).isEqualTo(alice.id());
    }

    @Test
    void whoeverIsDemotedHasTheRightsOfAnAdministratorOnNoNode() {
        AuthKit other = kit.anotherNode();
        User second = kit.account("second@example.org", Role.ADMIN);
        Login login = login("second@example.org");
        assertThat(other.authenticator.authenticate(login.accessToken()).isAdmin())
                .isTrue();
        change(admin, second, DEMOTED);
        other.hear(kit);
        assertThat(other.authenticator.authenticate(login.accessToken()).isAdmin())
                .isFalse();
        change(admin, second, PROMOTED);
        other.hear(kit);
        assertThat(other.authenticator.authenticate(login.accessToken()).isAdmin())
                .isTrue();
    }

    @Test
    void whatANodeRemembersOfACallerIsNotEnoughToAdminister() {
        User second = kit.account("second@example.org", Role.ADMIN);
        change(admin, second, DEMOTED);
        assertThat(problemOf(() -> change(second, alice, PROMOTED)).slug()).isEqualTo("forbidden");
        assertThat(kit.managed.get(alice.id()).role()).isEqualTo(Role.USER);
    }

    @Test
    void onlyAdministratorsSeeToAccounts() {
        AccountFilter all = AccountFilter.parse(null, null, null, null, null);
        assertThat(problemOf(() -> kit.administration.list(AuthKit.caller(alice), all, PageRequest.first(), true))
                        .slug())
                .isEqualTo("forbidden");
        assertThat(problemOf(() -> kit.administration.get(AuthKit.caller(alice), alice.id()))
                        .slug())
                .isEqualTo("forbidden");
        assertThat(problemOf(() -> change(alice, alice, PROMOTED)).slug()).isEqualTo("forbidden");
        assertThat(kit.audit.entries().getLast().problem()).isEqualTo("forbidden");
    }

    @Test
    void theLastAdministratorStaysOne() {
        kit.account("off@example.org", Role.ADMIN, UserState.DISABLED, PASSWORD, false);
        kit.account("new@example.org", Role.ADMIN, UserState.UNVERIFIED, PASSWORD, false);
        assertThat(problemOf(() -> change(admin, admin, OFF)).slug()).isEqualTo("last-administrator");
        assertThat(problemOf(() -> change(admin, admin, DEMOTED)).slug()).isEqualTo("last-administrator");
        assertThat(kit.managed.get(admin.id()))
                .returns(Role.ADMIN, ManagedAccount::role)
                .returns(UserState.ACTIVE, ManagedAccount::state);
        AuditEntry refused = kit.audit.entries().getLast();
        assertThat(refused.problem()).isEqualTo("last-administrator");
        assertThat(refused.objectName()).isEqualTo("admin@example.org");
    }

    @Test
    void ofTwoWhoTurnEachOtherOffAtOnceOneStays() throws Exception {
        User second = kit.account("second@example.org", Role.ADMIN);
        for (int round = 0; round < ROUNDS; round++) {
            UnaryOperator<Standing> change = round % 2 == 0 ? OFF : DEMOTED;
            List<String> ends = atOnce(
                    () -> ended(() -> change(admin, second, change)), () -> ended(() -> change(second, admin, change)));
            assertThat(ends).containsExactlyInAnyOrder("done", "forbidden");
            User left = kit.accounts.firstAdmin().orElseThrow();
            User gone = left.id().equals(admin.id()) ? second : admin;
            change(left, gone, old -> new Standing(Role.ADMIN, UserState.ACTIVE, old.quota()));
        }
    }

    @Test
    void ofAdministratorsWhoResignAtOnceOneStays() throws Exception {
        User second = kit.account("second@example.org", Role.ADMIN);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> ends = atOnce(
                    () -> ended(() -> change(admin, admin, DEMOTED)), () -> ended(() -> change(second, second, OFF)));
            assertThat(ends).containsExactlyInAnyOrder("done", "last-administrator");
            User left = kit.accounts.firstAdmin().orElseThrow();
            User gone = left.id().equals(admin.id()) ? second : admin;
            change(left, gone, old -> new Standing(Role.ADMIN, UserState.ACTIVE, old.quota()));
        }
    }

    private static String ended(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (ProblemException e) {
            return e.problem().slug();
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> two)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> started(start, one));
            Future<String> second = threads.submit(() -> started(start, two));
            return List.of(first.get(), second.get());
        }
    }

    private static String started(CyclicBarrier start, Callable<String> work) throws Exception {
        start.await();
        return work.call();
    }

    @Test
    void turningOnAgainDoesNotConfirmAnAddress() {
        User newcomer = kit.account("new@example.org", Role.USER, UserState.UNVERIFIED, PASSWORD, false);
        assertThat(problemOf(() -> change(admin, newcomer, ON)).slug()).isEqualTo("state-conflict");
        change(admin, newcomer, OFF);
        assertThat(change(admin, newcomer, old -> new Standing(Role.ADMIN, old.state(), old.quota()))
                        .state())
                .isEqualTo(UserState.DISABLED);
        assertThat(change(admin, newcomer, ON).state()).isEqualTo(UserState.UNVERIFIED);
    }

    @Test
    void nobodyMakesAnAddressUnconfirmed() {
        UnaryOperator<Standing> unconfirmed = old -> new Standing(old.role(), UserState.UNVERIFIED, old.quota());
        assertThat(problemOf(() -> change(admin, alice, unconfirmed)).slug()).isEqualTo("state-conflict");
        change(admin, alice, OFF);
        assertThat(problemOf(() -> change(admin, alice, unconfirmed)).slug()).isEqualTo("state-conflict");
    }

    @Test
    void noLinkOpensAnAccountThatIsTurnedOff() {
        String link = kit.links.issue(alice.id(), LinkPurpose.RESET).page().toString();
        change(admin, alice, OFF);
        change(admin, alice, ON);
        assertThat(problemOf(() -> kit.links.look(link.substring(link.indexOf('=') + 1), LinkPurpose.RESET))
                        .slug())
                .isEqualTo("link-invalid");
    }

    @Test
    void aChangeIsMeantForOneVersion() {
        ManagedAccount present = kit.administration.get(AuthKit.caller(admin), alice.id());
        kit.administration.change(by(admin), alice.id(), PROMOTED, ExpectedVersion.of(present.version()));
        assertThat(problemOf(() -> kit.administration.change(
                                by(admin), alice.id(), OFF, ExpectedVersion.of(present.version())))
                        .slug())
                .isEqualTo("precondition-failed");
        assertThat(kit.managed.get(alice.id()).state()).isEqualTo(UserState.ACTIVE);
    }

    @Test
    void theAuditLogSaysWhatEachChangeChanged() {
        change(
                admin,
                alice,
                old -> new Standing(Role.ADMIN, UserState.DISABLED, new QuotaOverride(3L, null, null, null)));
        AuditEntry entry = kit.audit.entries().getLast();
        assertThat(entry.action()).isEqualTo("account.change");
        assertThat(entry.userId()).isEqualTo(admin.id());
        assertThat(entry.objectId()).isEqualTo(alice.id().toString());
        assertThat(entry.objectName()).isEqualTo("alice@example.org");
        assertThat(entry.address()).isEqualTo("192.0.2.1");
        assertThat(entry.problem()).isNull();
        assertThat(entry.changes())
                .extracting(AuditChange::attribute, AuditChange::before, AuditChange::after)
                .containsExactly(
                        tuple("role", "USER", "ADMIN"),
                        tuple("state", "ACTIVE", "DISABLED"),
                        tuple("quota.vms", null, "3"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(problemOf(() -> kit.administration.change(by(admin), new UUID(1, 1), OFF, ExpectedVersion.UNSTATED))
                        .slug())
                .isEqualTo("not-found");
    }

    @Test
    void aQuotaIsNoNegativeNumber() {
        assertThat(problemOf(() -> change(
                                admin,
                                alice,
                                old -> new Standing(
                                        old.role(), old.state(), new QuotaOverride(null, null, -1L, 1L << 62))))
                        .errors())
                .extracting(error -> error.pointer())
                .isEqualTo(List.of("/quota/memoryMib", "/quota/diskGib"));
        assertThat(kit.managed.get(alice.id()).quota()).isEqualTo(QuotaOverride.NONE);
    }
}
