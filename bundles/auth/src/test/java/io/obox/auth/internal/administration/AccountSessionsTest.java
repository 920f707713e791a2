package io.obox.auth.internal.administration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.login.Login;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountSessionsTest {
    private final AuthKit kit = new AuthKit();
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final User alice = kit.account("alice@example.org", Role.USER);
    private final Asker asker = new Asker(AuthKit.caller(admin), null);

    private Login login() {
        return kit.login("alice@example.org", PASSWORD, BROWSER);
    }

    @Test
    void allSessionsEndOnAllNodes() {
        AuthKit other = kit.anotherNode();
        Login first = login();
        login();
        other.authenticator.authenticate(first.accessToken());
        assertThat(kit.othersSessions.list(asker.caller(), alice.id()))
                .hasSize(2)
                .allMatch(session -> session.address().equals(BROWSER.address()) && !session.current());
        kit.othersSessions.end(asker, alice.id());
        other.hear(kit);
        assertThat(kit.othersSessions.list(asker.caller(), alice.id())).isEmpty();
        assertThat(problemOf(() -> other.authenticator.authenticate(first.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.audit.entries().getLast().action()).isEqualTo("account.end-sessions");
        login();
    }

    @Test
    void onlyAdministratorsSeeAndEndThem() {
        Asker other = new Asker(AuthKit.caller(kit.account("bob@example.org", Role.USER)), null);
        Login login = login();
        assertThat(problemOf(() -> kit.othersSessions.list(other.caller(), alice.id()))
                        .slug())
                .isEqualTo("forbidden");
        assertThat(problemOf(() -> kit.othersSessions.end(other, alice.id())).slug())
                .isEqualTo("forbidden");
        assertThat(problemOf(() -> kit.othersSessions.list(asker.caller(), new UUID(1, 1)))
                        .slug())
                .isEqualTo("not-found");
        kit.authenticator.authenticate(login.accessToken());
    }
}
