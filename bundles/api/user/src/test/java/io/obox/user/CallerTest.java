package io.obox.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final UUID OWN = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private static CallerIssuer.Draft draft(Role role) {
        return CallerIssuer.of(MethodHandles.lookup()).draft(OWN, "ann@example.org", role, Credential.TOKEN);
    }

    @Test
    void aUserSeesTheirOwn() {
        Visibility seen = draft(Role.USER).issue().visibility();
        assertThat(seen.includes(OWN)).isTrue();
        assertThat(seen.includes(OTHER)).isFalse();
        assertThat(seen.includes(null)).isFalse();
        assertThat(seen.owners()).containsExactly(OWN);
    }

    @Test
    void anAdministratorSeesEverything() {
        Visibility seen = draft(Role.ADMIN).issue().visibility();
        assertThat(seen.includes(OTHER)).isTrue();
        assertThat(seen.includes(null)).isTrue();
        assertThat(seen).isEqualTo(Visibility.everything());
    }

    @Test
    void anAdministratorsCredentialWithoutThatScopeGivesNoRightsOfOne() {
        Caller caller = draft(Role.ADMIN).scopes(Set.of(Scope.READ)).issue();
        assertThat(caller.isAdmin()).isFalse();
        assertThat(caller.visibility()).isEqualTo(Visibility.of(Set.of(OWN)));
    }

    @Test
    void aScopeMakesNobodyAnAdministrator() {
        assertThat(draft(Role.USER).scopes(Scope.ALL).issue().isAdmin()).isFalse();
    }

    @Test
    void whoseAddressIsNotConfirmedIsNoAdministrator() {
        Caller caller = draft(Role.ADMIN).mustVerifyEmail(true).issue();
        assertThat(caller.mustVerifyEmail()).isTrue();
        assertThat(caller.isAdmin()).isFalse();
    }

    @Test
    void aTokenIsNoSession() {
        Instant end = Instant.parse("2026-05-01T12:00:00Z");
        Caller caller = draft(Role.USER)
                .token(OTHER, Set.of(new Scope("vms:read")))
                .validUntil(end)
                .issue();
        assertThat(caller.credentialId()).isEqualTo(OTHER);
        assertThat(caller.sessionId()).isNull();
        assertThat(caller.scopes()).containsExactly(new Scope("vms:read"));
        assertThat(caller.validUntil()).isEqualTo(end);
    }

    @Test
    void aCallerTellsByWhatItCameIn() {
        Caller caller = draft(Role.USER).session(OTHER).issue();
        assertThat(caller.credential()).isEqualTo(Credential.TOKEN);
        assertThat(caller.sessionId()).isEqualTo(OTHER);
        assertThat(caller.scopes()).isEqualTo(Scope.ALL);
        assertThat(caller).hasToString("ann@example.org by TOKEN");
    }
}
