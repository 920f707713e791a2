package io.obox.auth.internal.email;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.login.Login;
import io.obox.problem.FieldError;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class EmailChangesTest {
    private static final String OLD = "alice@example.org";
    private static final String NEW = "alice@example.net";

    private final AuthKit kit = new AuthKit();
    private final User alice = kit.account(OLD, Role.USER);
    private final Caller caller = AuthKit.caller(alice);

    private void ask(String wanted) {
        kit.emails.ask(caller, wanted, PASSWORD);
    }

    private void follow(String address) {
        kit.verification.verify(kit.mails.token(address), BROWSER);
    }

    private String address() {
        return kit.accounts.find(alice.id()).orElseThrow().user().email();
    }

    @Test
    void theAddressChangesWhenBothAreConfirmed() {
        Login login = kit.login(OLD, PASSWORD, BROWSER);
        ask(" Alice@Example.net");
        follow(NEW);
        assertThat(address()).isEqualTo(OLD);
        follow(OLD);
        assertThat(address()).isEqualTo(NEW);
        assertThat(kit.authenticator.authenticate(login.accessToken()).email()).isEqualTo(NEW);
        assertThat(kit.login(NEW, PASSWORD, BROWSER).user().id()).isEqualTo(alice.id());
    }

    @Test
    void theChangeIsRecordedWithBothAddresses() {
        ask(NEW);
        follow(NEW);
        assertThat(kit.audit.entries()).extracting("action").doesNotContain("account.change-address");
        follow(OLD);
        assertThat(kit.audit.entries().getLast()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("account.change-address");
            assertThat(entry.objectId()).isEqualTo(alice.id().toString());
            assertThat(entry.address()).isEqualTo(BROWSER.address());
            assertThat(entry.changes()).singleElement().satisfies(change -> {
                assertThat(change.before()).isEqualTo(OLD);
                assertThat(change.after()).isEqualTo(NEW);
            });
        });
    }

    @Test
    void oneAddressTwiceIsNotBoth() {
        ask(NEW);
        String link = kit.mails.token(OLD);
        kit.verification.verify(link, BROWSER);
        assertThat(problemOf(() -> kit.verification.verify(link, BROWSER)).slug())
                .isEqualTo("link-invalid");
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void bothConfirmedAtTheSameMomentChangeTheAddress() throws Exception {
        for (int times = 0; times < 5; times++) {
            String wanted = "alice" + times + "@example.net";
            kit.emails.ask(caller, wanted, PASSWORD);
            String before = address();
            List<Callable<Boolean>> both = List.of(visit(kit.mails.token(before)), visit(kit.mails.token(wanted)));
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var visit : threads.invokeAll(both)) {
                    assertThat(visit.get()).isTrue();
                }
            }
            assertThat(address()).isEqualTo(wanted);
        }
    }

    private Callable<Boolean> visit(String token) {
        return () -> {
            kit.verification.verify(token, BROWSER);
            return true;
        };
    }

    @Test
    void anotherChangeTakesThePlaceOfTheFirst() {
        ask("mallory@example.net");
        String mallorys = kit.mails.token("mallory@example.net");
        follow(OLD);
        ask(NEW);
        assertThat(problemOf(() -> kit.verification.verify(mallorys, BROWSER)).slug())
                .isEqualTo("link-invalid");
        follow(NEW);
        assertThat(address()).isEqualTo(OLD);
        follow(OLD);
        assertThat(address()).isEqualTo(NEW);
    }

    @Test
    void whoHasTheAddressIsToldAndNobodyElse() {
        kit.account(NEW, Role.USER);
        ask(NEW);
        assertThat(kit.mails.templatesTo(NEW)).containsExactly("auth.already-registered");
        assertThat(kit.mails.templatesTo(OLD)).containsExactly("auth.present-address");
        follow(OLD);
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void anAddressThatWasTakenMeanwhileIsRefusedAndTheLinkStays() {
        ask(NEW);
        follow(OLD);
        kit.account(NEW, Role.USER);
        assertThat(problemOf(() -> follow(NEW)).slug()).isEqualTo("email-taken");
        assertThat(address()).isEqualTo(OLD);
    }

    @Test
    void withoutThePasswordNothingIsSent() {
        assertThat(problemOf(() -> kit.emails.ask(caller, NEW, "not my password"))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/password");
        assertThat(kit.mails.to(NEW)).isEmpty();
        assertThat(kit.mails.to(OLD)).isEmpty();
    }

    @Test
    void whatIsNoOtherAddressIsRefused() {
        for (String wanted : List.of(OLD, "nobody", "a@b.org\r\nBcc: c@d.org")) {
            assertThat(problemOf(() -> ask(wanted)).errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/email");
        }
    }
}
