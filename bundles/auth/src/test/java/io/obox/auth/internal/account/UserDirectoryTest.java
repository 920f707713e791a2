package io.obox.auth.internal.account;

import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserEvents;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserDirectoryTest {
    private final AuthKit kit = new AuthKit();
    private final UserDirectory users = new UserDirectory(kit.accounts);
    private final User alice = kit.account("alice@example.org", Role.USER);
    private final User bob = kit.account("bob@example.org", Role.USER);
    private final Caller asAlice = CallerIssuer.of(MethodHandles.lookup())
            .draft(alice.id(), alice.email(), Role.USER, Credential.KEY)
            .issue();

    @Test
    void peopleSeeThemselvesAndAdministratorsEverybody() {
        assertThat(users.get(asAlice, alice.id()).email()).isEqualTo("alice@example.org");
        assertThat(problemOf(() -> users.get(asAlice, bob.id())).slug()).isEqualTo("not-found");
        assertThat(users.get(AuthKit.OPERATOR, bob.id()).createdAt()).isEqualTo(bob.createdAt());
        assertThat(problemOf(() -> users.get(AuthKit.OPERATOR, UUID.randomUUID()))
                        .slug())
                .isEqualTo("not-found");
    }

    @Test
    void onlyAdministratorsListUsers() {
        assertThat(problemOf(() -> users.list(asAlice, PageRequest.first())).slug())
                .isEqualTo("forbidden");
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        User carol = kit.account("carol@example.org", Role.USER);
        Page<User> first = users.list(AuthKit.OPERATOR, new PageRequest(2, null));
        assertThat(first.items()).extracting(User::id).containsExactly(alice.id(), bob.id());
        Page<User> second = users.list(AuthKit.OPERATOR, new PageRequest(2, first.nextCursor()));
        assertThat(second.items()).extracting(User::id).containsExactly(carol.id());
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void aCursorOfSomebodysOwnMakingIsRefused() {
        assertThat(problemOf(() -> users.list(AuthKit.OPERATOR, new PageRequest(2, "x")))
                        .slug())
                .isEqualTo("validation");
    }

    @Test
    void addressesComeFromMemoryUntilTheyChange() {
        UUID nobody = UUID.randomUUID();
        assertThat(users.emails(List.of(alice.id(), bob.id(), nobody)))
                .isEqualTo(Map.of(alice.id(), "alice@example.org", bob.id(), "bob@example.org"));
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set email = 'new.' || email"));
        assertThat(users.emails(List.of(alice.id()))).containsValue("alice@example.org");
        users.onEvent(AuthKit.event(Change.changed(UserEvents.TOPIC, alice.id(), Audience.owner(alice.id()))));
        assertThat(users.emails(List.of(alice.id(), bob.id())))
                .isEqualTo(Map.of(alice.id(), "new.alice@example.org", bob.id(), "bob@example.org"));
    }

    @Test
    void thatThereIsNoSuchAccountIsKeptInMemoryToo() {
        UUID gone = UUID.randomUUID();
        assertThat(users.emails(List.of(gone))).isEmpty();
        kit.transactions.sql(connection -> connection
                .createStatement()
                .executeUpdate("update account set id = '%s' where email = '%s'".formatted(gone, bob.email())));
        assertThat(users.emails(List.of(gone))).isEmpty();
        users.onEvent(AuthKit.event(Change.changed(UserEvents.TOPIC, gone, Audience.owner(gone))));
        assertThat(users.emails(List.of(gone))).isEqualTo(Map.of(gone, "bob@example.org"));
    }
}
