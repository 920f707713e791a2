package io.obox.auth.internal.registration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.login.Login;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordResetsTest {
    private static final String EMAIL = "alice@example.org";
    private static final String CHOSEN = "battery staple";

    private final AuthKit kit = new AuthKit();

    private String token() {
        int before = kit.mails.to(EMAIL).size();
        kit.resets.forgot(" Alice@Example.org", BROWSER);
        await().until(() -> kit.mails.to(EMAIL).size() > before);
        return kit.mails.token(EMAIL);
    }

    private Login login(String password) {
        return kit.login(EMAIL, password, BROWSER);
    }

    @Test
    void whoReadsTheMailChoosesAnotherPassword() {
        kit.account(EMAIL, Role.USER);
        kit.resets.reset(token(), CHOSEN, BROWSER);
        assertThat(problemOf(() -> login(AuthKit.PASSWORD)).slug()).isEqualTo("unauthenticated");
        assertThat(login(CHOSEN).user().email()).isEqualTo(EMAIL);
        assertThat(kit.mails.templatesTo(EMAIL)).containsExactly("auth.reset", "auth.password-changed");
        assertThat(kit.audit.entries().getFirst())
                .extracting("action", "objectName", "address")
                .containsExactly("account.reset-password", EMAIL, BROWSER.address());
    }

    @Test
    void everySessionAndEveryOtherLinkEnds() {
        User alice = kit.account(EMAIL, Role.USER);
        Login before = login(AuthKit.PASSWORD);
        kit.authenticator.authenticate(before.accessToken());
        String other = kit.links.issue(alice.id(), LinkPurpose.VERIFY).page().getFragment();
        kit.resets.reset(token(), CHOSEN, BROWSER);
        assertThat(problemOf(() -> kit.authenticator.authenticate(before.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.logins.refresh(before.refreshToken())).slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.links.look(other.substring("token=".length()), LinkPurpose.VERIFY))
                        .slug())
                .isEqualTo("link-invalid");
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLink() {
        kit.account(EMAIL, Role.ADMIN);
        String token = token();
        assertThat(problemOf(() -> kit.resets.reset(token, CHOSEN, BROWSER)).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/password", "auth.password-too-short"));
        kit.resets.reset(token, "battery staple, and more", BROWSER);
        assertThat(problemOf(() -> kit.resets.reset(token, "battery staple, once more", BROWSER))
                        .slug())
                .isEqualTo("link-invalid");
    }

    @Test
    void ofTwoWhoChooseAtOnceOneDoes() throws Exception {
        kit.account(EMAIL, Role.USER);
        String token = token();
        Callable<Boolean> choice = () -> {
            try {
                kit.resets.reset(token, CHOSEN, BROWSER);
                return true;
            } catch (ProblemException e) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            long chosen = 0;
            for (var each : threads.invokeAll(Collections.nCopies(8, choice))) {
                chosen += each.get() ? 1 : 0;
            }
            assertThat(chosen).isOne();
        }
    }

    @Test
    void theMailShowsThatTheAddressIsTheirs() {
        kit.account(EMAIL, Role.USER, UserState.UNVERIFIED, AuthKit.PASSWORD, false);
        kit.resets.reset(token(), CHOSEN, BROWSER);
        assertThat(login(CHOSEN).user().state()).isEqualTo(UserState.ACTIVE);
    }

    @Test
    void anAccountThatIsTurnedOffMeanwhileStaysOff() {
        kit.account(EMAIL, Role.USER);
        String token = token();
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set state = 'DISABLED'"));
        assertThat(problemOf(() -> kit.resets.reset(token, CHOSEN, BROWSER)).slug())
                .isEqualTo("link-invalid");
        assertThat(problemOf(() -> login(AuthKit.PASSWORD)).slug()).isEqualTo("account-disabled");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThat(problemOf(() -> kit.resets.forgot("alice\r\nbcc: b@example.org", BROWSER))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/email");
    }
}
