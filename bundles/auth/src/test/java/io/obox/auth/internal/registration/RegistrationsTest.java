package io.obox.auth.internal.registration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.account.Account;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.session.Client;
import io.obox.problem.FieldError;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
    private static final String EMAIL = "ann@example.org";
    private static final String CHOSEN = "a rather long one";

    private final AuthKit kit = new AuthKit();

    private void register(String email, String password) {
        kit.registrations.register(new NewAccount(email, password, "Ann", "fr-CH"), BROWSER);
    }

    private User user(String email) {
        return kit.accounts.byEmail(email).map(Account::user).orElseThrow();
    }

    private Login login(String email, String password) {
        return kit.login(email, password, BROWSER);
    }

    @Test
    void anAccountIsUnverifiedUntilItsAddressIsConfirmed() {
        register(" Ann@Example.org ", CHOSEN);
        User made = user(EMAIL);
        assertThat(made.state()).isEqualTo(UserState.UNVERIFIED);
        assertThat(made.role()).isEqualTo(Role.USER);
        assertThat(made.name()).isEqualTo("Ann");
        assertThat(made.locale()).isEqualTo("fr-CH");
        assertThat(kit.mails.templatesTo(EMAIL)).containsExactly("auth.verify");
        assertThat(kit.mails.to(EMAIL).getFirst().locale()).isEqualTo(Locale.forLanguageTag("fr-CH"));

        kit.verification.verify(kit.mails.token(EMAIL), BROWSER);
        assertThat(user(EMAIL).state()).isEqualTo(UserState.ACTIVE);
        assertThat(kit.audit.entries()).singleElement().extracting("action").isEqualTo("account.confirm-address");
    }

    @Test
    void eachRequestSeesTheConfirmationAtOnce() {
        register(EMAIL, CHOSEN);
        String token = login(EMAIL, CHOSEN).accessToken();
        AuthKit other = kit.anotherNode();
        Caller before = kit.authenticator.authenticate(token);
        assertThat(before.mustVerifyEmail()).isTrue();
        assertThat(other.authenticator.authenticate(token).mustVerifyEmail()).isTrue();

        kit.verification.verify(kit.mails.token(EMAIL), BROWSER);
        kit.told.stream().map(AuthKit::event).forEach(other.live::onEvent);
        assertThat(kit.authenticator.authenticate(token).mustVerifyEmail()).isFalse();
        assertThat(other.authenticator.authenticate(token).mustVerifyEmail()).isFalse();
    }

    @Test
    void whoeverHasAnAccountIsToldAndKeepsIt() {
        kit.account(EMAIL, Role.ADMIN);
        Login before = login(EMAIL, AuthKit.PASSWORD);
        register(EMAIL, CHOSEN);
        assertThat(kit.mails.templatesTo(EMAIL)).containsExactly("auth.already-registered");
        assertThat(kit.mails.to(EMAIL).getFirst().links()).containsOnlyKeys("login", "forgot");
        assertThat(user(EMAIL).name()).isEqualTo("A. Person");
        assertThat(user(EMAIL).role()).isEqualTo(Role.ADMIN);
        assertThat(login(EMAIL, AuthKit.PASSWORD).user().email()).isEqualTo(EMAIL);
        assertThat(kit.authenticator.authenticate(before.accessToken()).email()).isEqualTo(EMAIL);
        assertThat(problemOf(() -> login(EMAIL, CHOSEN)).slug()).isEqualTo("unauthenticated");
    }

    @Test
    void whoRegistersLastWithAnUnconfirmedAddressChoosesThePassword() {
        register(EMAIL, "of a stranger who was first");
        String strangersLink = kit.mails.token(EMAIL);
        Login stranger = login(EMAIL, "of a stranger who was first");
        register(EMAIL, CHOSEN);
        assertThat(problemOf(() -> kit.authenticator.authenticate(stranger.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.verification.verify(strangersLink, BROWSER))
                        .slug())
                .isEqualTo("link-invalid");
        kit.verification.verify(kit.mails.token(EMAIL), BROWSER);
        assertThat(login(EMAIL, CHOSEN).user().state()).isEqualTo(UserState.ACTIVE);
        assertThat(problemOf(() -> login(EMAIL, "of a stranger who was first")).slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aLinkThatWasSentBeforeAnAccountWasTurnedOffTurnsItNotOn() {
        register(EMAIL, CHOSEN);
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set state = 'DISABLED'"));
        kit.verification.verify(kit.mails.token(EMAIL), BROWSER);
        assertThat(user(EMAIL).state()).isEqualTo(UserState.DISABLED);
    }

    @Test
    void theMailTellsNothingThatAStrangerWrote() {
        kit.registrations.register(new NewAccount(EMAIL, CHOSEN, "See https://example.net/prize", "en"), BROWSER);
        assertThat(kit.mails.to(EMAIL).getFirst().name()).isEmpty();
        assertThat(kit.mails.to(EMAIL).getFirst().texts()).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        NewAccount bad = new NewAccount("ann@exa mple.org", "password1234", "Ann\r\nBcc: all@example.org", "x_y");
        List<FieldError> errors =
                problemOf(() -> kit.registrations.register(bad, BROWSER)).errors();
        assertThat(errors).extracting(FieldError::pointer).containsExactly("/email", "/name", "/locale", "/password");
    }

    @Test
    void withoutARegistrationNobodyGetsAnAccount() {
        Registrations closed = kit.registrations(new RegistrationPolicy(false, ""));
        assertThat(problemOf(() -> closed.register(new NewAccount(EMAIL, CHOSEN, "Ann", ""), BROWSER))
                        .slug())
                .isEqualTo("registration-closed");
        assertThat(kit.accounts.byEmail(EMAIL)).isEmpty();
    }

    @Test
    void onlyAddressesOfTheListedDomainsRegister() {
        Registrations some = kit.registrations(new RegistrationPolicy(true, "example.org, Example.COM"));
        some.register(new NewAccount("a@example.com", CHOSEN, "Ann", ""), BROWSER);
        for (String email : List.of("a@example.net", "a@sub.example.org", "a@notexample.org", "a@example.org.net")) {
            assertThat(problemOf(() -> some.register(new NewAccount(email, CHOSEN, "Ann", ""), BROWSER))
                            .errors())
                    .extracting(FieldError::code)
                    .containsExactly("auth.other-domain");
        }
    }

    @Test
    void anAddressGetsOnlySoManyMailsAndNobodyIsToldWhen() {
        for (int i = 0; i < 8; i++) {
            register(EMAIL, CHOSEN);
        }
        assertThat(kit.mails.to(EMAIL)).hasSize(5);
    }

    @Test
    void onePlaceRegistersOnlySoManyAccounts() {
        Client mallory = new Client("198.51.100.1", "robot/1.0", false);
        NewAccount weak = new NewAccount(EMAIL, PasswordRules.KNOWN, "Ann", "");
        for (int i = 0; i < 60; i++) {
            problemOf(() -> kit.registrations.register(weak, mallory));
        }
        assertThat(problemOf(() -> kit.registrations.register(weak, mallory)).slug())
                .isEqualTo("rate-limited");
        register(EMAIL, CHOSEN);
        assertThat(user(EMAIL).state()).isEqualTo(UserState.UNVERIFIED);
    }

    @Test
    void anotherLinkIsSentToWhoeverAsksForIt() {
        register(EMAIL, CHOSEN);
        String first = kit.mails.token(EMAIL);
        Caller caller = kit.authenticator.authenticate(login(EMAIL, CHOSEN).accessToken());
        kit.verification.resend(caller, BROWSER);
        assertThat(kit.mails.templatesTo(EMAIL)).containsExactly("auth.verify", "auth.verify");
        assertThat(problemOf(() -> kit.verification.verify(first, BROWSER)).slug())
                .isEqualTo("link-invalid");
        kit.verification.verify(kit.mails.token(EMAIL), BROWSER);
        kit.verification.resend(caller, BROWSER);
        assertThat(kit.mails.to(EMAIL)).hasSize(2);
    }
}
