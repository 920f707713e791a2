package io.obox.auth.internal.deletion;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.login.Login;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.AccountHoldings;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import io.obox.version.ExpectedVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountRemovalTest {
    private final AuthKit kit = new AuthKit();
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final User alice = kit.account("alice@example.org", Role.USER);
    private final User bob = kit.account("bob@example.org", Role.USER);
    private final Boats boats = new Boats();

    AccountRemovalTest() {
        kit.end.addHoldings(boats);
    }

    private void delete(User by, User of, @Nullable UUID receiver) {
        kit.removal.delete(new Asker(AuthKit.caller(by), null), of.id(), receiver, ExpectedVersion.UNSTATED);
    }

    @Test
    void nothingOfTheAccountIsLeftOnAnyNode() {
        AuthKit other = kit.anotherNode();
        Login login = kit.login("alice@example.org", PASSWORD, BROWSER);
        other.authenticator.authenticate(login.accessToken());
        delete(admin, alice, null);
        other.hear(kit);
        assertThat(problemOf(() -> other.authenticator.authenticate(login.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.accounts.find(alice.id())).isEmpty();
        AuditEntry entry = kit.audit.entries().getLast();
        assertThat(entry.action()).isEqualTo("account.delete");
        assertThat(entry.objectName()).isEqualTo("alice@example.org");
    }

    @Test
    void whatTheAccountHasGoesToAnotherOrItStays() {
        boats.owners.add(alice.id());
        assertThat(problemOf(() -> delete(admin, alice, null)).slug()).isEqualTo("state-conflict");
        assertThat(kit.accounts.find(alice.id())).isPresent();
        assertThat(kit.audit.entries().getLast().problem()).isEqualTo("state-conflict");
        delete(admin, alice, bob.id());
        assertThat(boats.owners).containsExactly(bob.id());
        assertThat(kit.audit.entries().getLast().changes().getFirst().after()).isEqualTo("bob@example.org");
    }

    @Test
    void nothingIsGivenToWhoIsNotThere() {
        User off = kit.account("off@example.org", Role.USER, UserState.DISABLED, PASSWORD, false);
        for (UUID receiver : List.of(alice.id(), off.id(), new UUID(1, 1))) {
            assertThat(problemOf(() -> delete(admin, alice, receiver)).errors())
                    .extracting(error -> error.pointer())
                    .isEqualTo(List.of("/transferTo"));
        }
        assertThat(kit.accounts.find(alice.id())).isPresent();
    }

    @Test
    void whoseLoginIsOldIsAskedAgainFirst() {
        Login login = kit.login("admin@example.org", PASSWORD, BROWSER);
        Asker asker = new Asker(kit.authenticator.authenticate(login.accessToken()), null);
        kit.clock.pass(Duration.ofMinutes(6));
        assertThat(problemOf(() -> kit.removal.delete(asker, alice.id(), null, ExpectedVersion.UNSTATED))
                        .slug())
                .isEqualTo("confirmation-required");
        kit.confirmations.confirm(asker.caller(), null, PASSWORD);
        kit.removal.delete(asker, alice.id(), null, ExpectedVersion.UNSTATED);
        assertThat(kit.accounts.find(alice.id())).isEmpty();
    }

    @Test
    void onlyAdministratorsDeleteOthersAndNobodyThemselvesHere() {
        assertThat(problemOf(() -> delete(alice, bob, null)).slug()).isEqualTo("forbidden");
        assertThat(problemOf(() -> delete(admin, admin, null)).slug()).isEqualTo("state-conflict");
        assertThat(kit.accounts.find(bob.id())).isPresent();
        assertThat(kit.accounts.find(admin.id())).isPresent();
    }

    @Test
    void ofTwoWhoDeleteEachOtherAtOnceOneStays() throws Exception {
        for (int round = 0; round < 15; round++) {
            User one = kit.accounts.firstAdmin().orElseThrow();
            User two = kit.account("two" + round + "@example.org", Role.ADMIN);
            List<Callable<Boolean>> attempts = List.of(() -> done(one, two), () -> done(two, one));
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Boolean> ends = threads.invokeAll(attempts).stream()
                        .map(end -> end.resultNow())
                        .toList();
                assertThat(ends).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    private boolean done(User by, User of) {
        try {
            delete(by, of, null);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** A domain of which each thing is its owner. */
    private static final class Boats implements AccountHoldings {
        final List<UUID> owners = new ArrayList<>();

        @Override
        public void transfer(UUID accountId, UUID receiverId) {
            owners.replaceAll(owner -> owner.equals(accountId) ? receiverId : owner);
        }

        @Override
        public void release(UUID accountId) {
            if (owners.contains(accountId)) {
                throw new ProblemException(Problem.stateConflict("It has a boat."));
            }
        }
    }
}
