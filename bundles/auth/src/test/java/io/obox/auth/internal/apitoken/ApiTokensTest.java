package io.obox.auth.internal.apitoken;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.Scope;
import io.obox.user.User;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private static final InetAddress PLACE = InetAddress.ofLiteral("192.0.2.9");

    private final AuthKit kit = new AuthKit();
    private final User ann = kit.account("ann@example.org", Role.USER);
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final Caller asAnn = AuthKit.caller(ann);
    private final Caller asAdmin = AuthKit.caller(admin);

    private NewApiToken create(Caller caller, String... scopes) {
        return kit.apiTokens.create(caller, "ci", List.of(scopes), null);
    }

    private static Caller enter(AuthKit node, NewApiToken token) {
        return node.authenticator.authenticate(token.token(), PLACE);
    }

    private static String refusal(AuthKit node, NewApiToken token) {
        return problemOf(() -> enter(node, token)).slug();
    }

    private static AuthKit heard(AuthKit node, List<Change<?>> told) {
        List<Event> events = told.stream().<Event>map(AuthKit::event).toList();
        events.forEach(node.liveTokens::onEvent);
        return node;
    }

    private int change(String statement, UUID id) {
        return kit.transactions.sql(connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                prepared.setObject(1, id);
                return prepared.executeUpdate();
            }
        });
    }

    @Test
    void aTokenLetsItsOwnerInWithinItsScopes() {
        NewApiToken token = create(asAnn, "vms:read");
        Caller caller = enter(kit, token);
        assertThat(caller.userId()).isEqualTo(ann.id());
        assertThat(caller.credential()).isEqualTo(Credential.TOKEN);
        assertThat(caller.credentialId()).isEqualTo(token.id());
        assertThat(caller.sessionId()).isNull();
        assertThat(caller.scopes()).containsExactly(new Scope("vms:read"));
    }

    @Test
    void whoMayChangeMaySee() {
        assertThat(enter(kit, create(asAnn, "jobs:write")).scopes())
                .containsExactlyInAnyOrder(new Scope("jobs:write"), new Scope("jobs:read"));
    }

    @Test
    void itHasTheRightsOfAnAdministratorOnlyAsLongAsItsOwnerHasThem() {
        NewApiToken token = create(asAdmin, "users:write");
        assertThat(enter(kit, token).isAdmin()).isTrue();
        assertThat(enter(kit, create(asAnn, "users:write")).isAdmin()).isFalse();
        AuthKit other = kit.anotherNode();
        assertThat(enter(other, token).isAdmin()).isTrue();
        change("update account set role = 'USER' where id = ?", admin.id());
        kit.live.changed(admin);
        assertThat(enter(heard(other, kit.told), token).isAdmin()).isFalse();
    }

    @Test
    void theSecretIsShownOnceAndNowhereStored() {
        NewApiToken token = create(asAnn, "vms:read");
        assertThat(kit.apiTokens.list(asAnn).toString()).doesNotContain(token.token());
        assertThat(token.toString()).doesNotContain(token.token());
        String dump = kit.transactions.sql(connection -> {
            try (var rows = connection.createStatement().executeQuery("select t::text from api_token t")) {
                rows.next();
                return rows.getString(1);
            }
        });
        assertThat(dump)
                .contains("ci")
                .doesNotContain(token.token())
                .doesNotContain(HexFormat.of().formatHex(token.token().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aDeletedTokenEndsOnAllNodesAsSoonAsTheyHearOfIt() {
        NewApiToken token = create(asAnn, "vms:read");
        AuthKit other = kit.anotherNode();
        enter(kit, token);
        enter(other, token);
        kit.apiTokens.delete(asAnn, token.id());
        assertThat(refusal(kit, token)).isEqualTo("unauthenticated");
        assertThat(refusal(heard(other, kit.told), token)).isEqualTo("unauthenticated");
    }

    @Test
    void aNodeThatHearsNothingOfItBelievesForTwoSecondsAtMost() {
        NewApiToken token = create(asAnn, "vms:read");
        AuthKit other = kit.anotherNode();
        enter(other, token);
        kit.apiTokens.delete(asAnn, token.id());
        assertThat(enter(other, token).userId()).isEqualTo(ann.id());
        other.clock.pass(Duration.ofSeconds(2));
        assertThat(refusal(other, token)).isEqualTo("unauthenticated");
    }

    @Test
    void itEndsAtItsTimeToTheMomentAlsoWhereItIsRemembered() {
        Instant end = kit.clock.instant().plusSeconds(1);
        NewApiToken token = kit.apiTokens.create(asAnn, "ci", List.of("vms:read"), end);
        Caller caller = enter(kit, token);
        assertThat(caller.validUntil()).isEqualTo(end);
        kit.clock.pass(Duration.ofMillis(999));
        enter(kit, token);
        kit.clock.pass(Duration.ofMillis(1));
        assertThat(refusal(kit, token)).isEqualTo("unauthenticated");
    }

    @Test
    void noAccountThatIsRestrictedHasTokensThatWork() {
        NewApiToken token = create(asAnn, "vms:read");
        for (String restriction : List.of(
                "state = 'DISABLED'", "state = 'UNVERIFIED'", "state = 'ACTIVE', must_change_password = true")) {
            change("update account set " + restriction + " where id = ?", ann.id());
            kit.live.changed(ann);
            assertThat(refusal(heard(kit, kit.told), token)).as(restriction).isEqualTo("unauthenticated");
            change("update account set state = 'ACTIVE', must_change_password = false where id = ?", ann.id());
            assertThat(enter(kit, token).userId()).isEqualTo(ann.id());
        }
        change("delete from account where id = ?", ann.id());
        kit.live.deleted(ann.id());
        assertThat(refusal(heard(kit, kit.told), token)).isEqualTo("unauthenticated");
    }

    @Test
    void aTokenDoesNotServeToMakeOrEndWhatLetsPeopleIn() {
        NewApiToken token = create(asAnn, "profile:write", "users:write");
        Caller program = enter(kit, token);
        UUID session = kit.sessions.open(ann.id(), BROWSER).sessionId();
        Stream.<ThrowingCallable>of(
                        () -> create(program, "vms:read"),
                        () -> kit.apiTokens.list(program),
                        () -> kit.apiTokens.delete(program, token.id()),
                        () -> kit.sessions.list(program),
                        () -> kit.sessions.end(program, session),
                        () -> kit.passwords.change(program, PASSWORD, "another long passphrase"),
                        () -> kit.emails.ask(program, "other@example.org", PASSWORD),
                        () -> kit.deletion.delete(program, PASSWORD))
                .forEach(attempt -> assertThat(problemOf(attempt).slug()).isEqualTo("forbidden"));
        assertThat(kit.sessions.list(asAnn)).hasSize(1);
        assertThat(enter(kit, token).userId()).isEqualTo(ann.id());
    }

    @Test
    void everybodyHasOnlyTheirOwn() {
        NewApiToken token = create(asAnn, "vms:read");
        assertThat(kit.apiTokens.list(asAdmin)).isEmpty();
        assertThat(problemOf(() -> kit.apiTokens.get(asAdmin, token.id())).slug())
                .isEqualTo("not-found");
        assertThat(problemOf(() -> kit.apiTokens.delete(asAdmin, token.id())).slug())
                .isEqualTo("not-found");
        assertThat(kit.apiTokens.get(asAnn, token.id()).scopes()).containsExactly("vms:read");
    }

    @Test
    void whatIsWrongWithAWishIsSaidAtOnce() {
        var problem = problemOf(
                () -> kit.apiTokens.create(asAnn, " ", List.of("vms:read", "vms:rule", "*"), kit.clock.instant()));
        assertThat(problem.errors().stream().map(FieldError::pointer))
                .containsExactly("/name", "/scopes/1", "/scopes/2", "/expiresAt");
        assertThat(problemOf(() -> kit.apiTokens.create(asAnn, "ci", List.of(), null))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/scopes");
    }

    @Test
    void thereAreNoMoreThanFiftyAlsoOfThoseThatAreMadeAtOnce() throws Exception {
        for (int i = 0; i < ApiTokens.MOST - 2; i++) {
            create(asAnn, "vms:read");
        }
        List<Callable<String>> wishes = Stream.generate(() -> (Callable<String>) () -> {
                    try {
                        return create(asAnn, "vms:read").name();
                    } catch (ProblemException e) {
                        return e.problem().slug();
                    }
                })
                .limit(4)
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(wishes).stream()
                            .map(made -> made.resultNow())
                            .sorted())
                    .containsExactly("ci", "ci", "limit-reached", "limit-reached");
        }
    }

    @Test
    void itsLastUseIsNotedOnceAMinute() {
        NewApiToken token = create(asAnn, "vms:read");
        Instant first = kit.clock.instant();
        enter(kit, token);
        await().until(() -> first.equals(kit.apiTokens.get(asAnn, token.id()).lastUsedAt()));
        kit.clock.pass(Duration.ofSeconds(59));
        enter(kit, token);
        kit.clock.pass(Duration.ofSeconds(1));
        // one thread writes: what it would have written before is there as well
        Instant second = kit.clock.instant();
        kit.clock.pass(Duration.ofSeconds(2));
        enter(kit, token);
        await().until(() -> second.plusSeconds(2)
                .equals(kit.apiTokens.get(asAnn, token.id()).lastUsedAt()));
    }

    @Test
    void whoeverTriesTokensThatDoNotExistIsRefusedAndNobodyElse() {
        NewApiToken familiar = create(asAnn, "vms:read");
        enter(kit, familiar);
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 100; i++) {
            String guess = ApiToken.random(random).text();
            assertThat(problemOf(() -> kit.authenticator.authenticate(guess, PLACE))
                            .slug())
                    .isEqualTo("unauthenticated");
        }
        String guess = ApiToken.random(random).text();
        assertThat(problemOf(() -> kit.authenticator.authenticate(guess, PLACE)).slug())
                .isEqualTo("rate-limited");
        kit.clock.pass(Duration.ofSeconds(2));
        assertThat(enter(kit, familiar).userId()).isEqualTo(ann.id());
        InetAddress elsewhere = InetAddress.ofLiteral("198.51.100.4");
        assertThat(problemOf(() -> kit.authenticator.authenticate(guess, elsewhere))
                        .slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void goodTokensCostNoAttempts() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 40; j++) {
                NewApiToken token = create(asAnn, "vms:read");
                assertThat(enter(kit, token).userId()).isEqualTo(ann.id());
                kit.apiTokens.delete(asAnn, token.id());
            }
        }
    }

    @Test
    void whoMadeAndDeletedATokenIsRecorded() {
        NewApiToken token = create(asAnn, "vms:read");
        kit.apiTokens.delete(asAnn, token.id());
        assertThat(kit.audit.entries().stream().map(AuditEntry::action))
                .containsExactly("token.create", "token.delete");
        assertThat(kit.audit.entries()).allSatisfy(entry -> {
            assertThat(entry.userId()).isEqualTo(ann.id());
            assertThat(entry.objectId()).isEqualTo(token.id().toString());
            assertThat(entry.changes().toString()).doesNotContain(token.token());
        });
    }

    @Test
    void theAuditLogIsToldWhichTokenSomebodyCameBy() {
        NewApiToken token = create(asAnn, "vms:write");
        AuditEntry entry = AuditEntry.builder("vm.delete").by(enter(kit, token)).build();
        assertThat(entry.credential()).isEqualTo(Credential.TOKEN);
        assertThat(entry.sessionId()).isEqualTo(token.id());
    }
}
