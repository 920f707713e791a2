package io.obox.auth.internal.deletion;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.login.Login;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AccountDeletionTest {
    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account("alice@example.org", Role.USER);

    private void delete(User user) {
        kit.deletion.delete(AuthKit.caller(user), PASSWORD);
    }

    @Test
    void nothingOfTheAccountIsLeft() {
        kit.end.addHoldings(id -> {});
        Login login = kit.login("alice@example.org", PASSWORD, BROWSER);
        kit.authenticator.authenticate(login.accessToken());
        delete(alice);
        assertThat(kit.accounts.find(alice.id())).isEmpty();
        assertThat(problemOf(() -> kit.authenticator.authenticate(login.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.audit.entries().getLast())
                .extracting("action", "who", "objectName")
                .containsExactly("account.delete", "alice@example.org", "alice@example.org");
        assertThat(kit.told)
                .anyMatch(change -> change.objectId().equals(alice.id())
                        && change.topic().name().equals("user"));
    }

    @Test
    void anAccountThatHasSomethingStays() {
        kit.end.addHoldings(id -> {
            throw new ProblemException(Problem.stateConflict("It has a boat."));
        });
        assertThat(problemOf(() -> delete(alice)).slug()).isEqualTo("state-conflict");
        assertThat(kit.accounts.find(alice.id())).isPresent();
        assertThat(kit.login("alice@example.org", PASSWORD, BROWSER).user().id())
                .isEqualTo(alice.id());
    }

    @Test
    void whereNobodyCanBeAskedTheAccountStays() {
        assertThat(problemOf(() -> delete(alice)).slug()).isEqualTo("unavailable");
        assertThat(kit.accounts.find(alice.id())).isPresent();
    }

    @Test
    void thePasswordIsAskedFor() {
        kit.end.addHoldings(id -> {});
        assertThat(problemOf(() -> kit.deletion.delete(AuthKit.caller(alice), "not my password"))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/password");
        assertThat(kit.accounts.find(alice.id())).isPresent();
    }

    @Test
    void ofAdministratorsWhoLeaveAtOnceOneStays() throws Exception {
        kit.end.addHoldings(id -> {});
        List<User> administrators = List.of(
                kit.account("one@example.org", Role.ADMIN),
                kit.account("two@example.org", Role.ADMIN),
                kit.account("three@example.org", Role.ADMIN));
        List<Callable<String>> departures = administrators.stream()
                .<Callable<String>>map(user -> () -> {
                    try {
                        delete(user);
                        return "gone";
                    } catch (ProblemException e) {
                        return Objects.requireNonNull(e.problem().slug());
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<String> ends = threads.invokeAll(departures).stream()
                    .map(departure -> departure.resultNow())
                    .sorted()
                    .toList();
            assertThat(ends).containsExactly("gone", "gone", "last-administrator");
        }
        assertThat(kit.accounts.firstAdmin()).isPresent();
    }
}
