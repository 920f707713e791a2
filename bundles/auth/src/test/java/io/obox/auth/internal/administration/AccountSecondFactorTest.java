package io.obox.auth.internal.administration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.factor.Authenticator;
import io.obox.auth.internal.login.LoginChallenge;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountSecondFactorTest {
    private static final String EMAIL = "alice@example.org";

    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account(EMAIL, Role.USER);
    private final Asker asker = new Asker(AuthKit.caller(kit.account("admin@example.org", Role.ADMIN)), null);

    private List<String> enrol() {
        Caller caller = kit.authenticator.authenticate(
                kit.login(EMAIL, PASSWORD, BROWSER).accessToken());
        Authenticator phone = new Authenticator(kit.secondFactors.begin(caller).secret(), kit.clock);
        return kit.secondFactors.confirm(caller, phone.code()).recoveryCodes();
    }

    @Test
    void whoeverHasLostItLogsInByThePasswordAloneUntilThereIsAnother() {
        List<String> codes = enrol();
        kit.othersFactor.reset(asker, alice.id());
        assertThat(kit.login(EMAIL, PASSWORD, BROWSER).user().id()).isEqualTo(alice.id());
        enrol();
        String challenge = ((LoginChallenge) kit.logins.login(EMAIL, PASSWORD.toCharArray(), BROWSER)).challenge();
        assertThat(problemOf(() -> kit.logins.login(challenge, codes.getFirst(), BROWSER))
                        .slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aResetIsRecordedOnce() {
        enrol();
        int before = kit.audit.entries().size();
        kit.othersFactor.reset(asker, alice.id());
        assertThat(kit.audit.entries().subList(before, kit.audit.entries().size()))
                .extracting("action")
                .containsExactly("account.reset-second-factor");
    }

    @Test
    void nobodyButAnAdministratorTakesItAway() {
        enrol();
        Asker other = new Asker(AuthKit.caller(kit.account("bob@example.org", Role.USER)), null);
        assertThat(problemOf(() -> kit.othersFactor.reset(other, alice.id())).slug())
                .isEqualTo("forbidden");
        assertThat(problemOf(() -> kit.othersFactor.reset(asker, new UUID(1, 1)))
                        .slug())
                .isEqualTo("not-found");
        assertThat(kit.logins.login(EMAIL, PASSWORD.toCharArray(), BROWSER)).isInstanceOf(LoginChallenge.class);
    }
}
