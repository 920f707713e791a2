package io.obox.auth.internal.invitation;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.administration.AccountFilter;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.auth.internal.administration.Standing;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.registration.NewAccount;
import io.obox.auth.internal.registration.RegistrationPolicy;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserState;
import io.obox.version.ExpectedVersion;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final String CEM = "cem@example.net";
    private static final String CHOSEN = "seven green horses";

    private final AuthKit kit = new AuthKit();
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final Asker asker = new Asker(AuthKit.caller(admin), "192.0.2.1");

    private static NewInvitation to(String email, Role role) {
        return new NewInvitation(email, "", role, new QuotaOverride(2L, null, null, null), "fr");
    }

    private ManagedAccount invite(Role role) {
        return kit.invitations.invite(asker, to(" Cem@Example.net ", role));
    }

    private void accept(String token) {
        kit.acceptance.accept(token, "Cem K.", CHOSEN, BROWSER);
    }

    @Test
    void whoIsInvitedChoosesAPasswordByTheLinkAlthoughRegistrationIsClosed() {
        var closed = kit.registrations(new RegistrationPolicy(false, ""));
        ManagedAccount invited = invite(Role.ADMIN);
        assertThat(invited)
                .returns(CEM, ManagedAccount::email)
                .returns("cem", ManagedAccount::name)
                .returns(UserState.UNVERIFIED, ManagedAccount::state)
                .returns(2L, account -> account.quota().vms());
        assertThat(invited.invitedUntil()).isAfter(kit.clock.instant());
        assertThat(kit.mails.templatesTo(CEM)).containsExactly("auth.invitation");
        assertThat(problemOf(() -> closed.register(new NewAccount(CEM, CHOSEN, "Cem", "en"), BROWSER))
                        .slug())
                .isEqualTo("registration-closed");
        String token = kit.mails.token(CEM);
        assertThat(kit.acceptance.look(token, BROWSER)).isEqualTo(new InvitationDocument(CEM, "cem", 15));
        accept(token);
        User come = kit.login(CEM, CHOSEN, BROWSER).user();
        assertThat(come)
                .returns(Role.ADMIN, User::role)
                .returns(UserState.ACTIVE, User::state)
                .returns("Cem K.", User::name)
                .returns("fr", User::locale);
        assertThat(kit.managed.get(come.id()))
                .returns(null, ManagedAccount::invitedAt)
                .returns(2L, account -> account.quota().vms());
    }

    @Test
    void nobodyLogsInBeforeThat() {
        invite(Role.USER);
        assertThat(problemOf(() -> kit.login(CEM, "", BROWSER)).slug()).isEqualTo("unauthenticated");
    }

    @Test
    void theLinkIsGoodOnceAlsoForTwoAtOnce() throws Exception {
        invite(Role.USER);
        String token = kit.mails.token(CEM);
        Callable<Boolean> acceptance = () -> {
            try {
                accept(token);
                return true;
            } catch (ProblemException e) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(List.of(acceptance, acceptance)).stream()
                            .map(end -> end.resultNow())
                            .toList())
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(problemOf(() -> kit.acceptance.look(token, BROWSER)).slug()).isEqualTo("link-invalid");
    }

    @Test
    void theLinkRunsOutAndIsReplacedByTheNext() {
        ManagedAccount invited = invite(Role.USER);
        String first = kit.mails.token(CEM);
        kit.invitations.resend(asker, invited.id());
        assertThat(problemOf(() -> accept(first)).slug()).isEqualTo("link-invalid");
        String second = kit.mails.token(CEM);
        kit.clock.pass(LinkPurpose.INVITATION.lifetime());
        assertThat(problemOf(() -> accept(second)).slug()).isEqualTo("link-invalid");
    }

    @Test
    void anInvitationThatIsWithdrawnOpensNothing() {
        ManagedAccount invited = invite(Role.USER);
        String token = kit.mails.token(CEM);
        kit.invitations.withdraw(asker, invited.id());
        assertThat(problemOf(() -> accept(token)).slug()).isEqualTo("link-invalid");
        assertThat(kit.accounts.find(invited.id())).isEmpty();
        assertThat(kit.audit.entries())
                .extracting("action")
                .containsExactly("account.invite", "account.withdraw-invitation");
    }

    @Test
    void whoHasComeCanNotBeWithdrawnNorInvitedAgain() {
        ManagedAccount invited = invite(Role.USER);
        accept(kit.mails.token(CEM));
        assertThat(problemOf(() -> kit.invitations.withdraw(asker, invited.id()))
                        .slug())
                .isEqualTo("state-conflict");
        assertThat(problemOf(() -> kit.invitations.resend(asker, invited.id())).slug())
                .isEqualTo("state-conflict");
        assertThat(problemOf(() -> invite(Role.ADMIN)).slug()).isEqualTo("email-taken");
        assertThat(kit.managed.get(invited.id()).role()).isEqualTo(Role.USER);
    }

    @Test
    void whoRegisteredWithTheAddressOfAnotherGetsNothingOfTheInvitation() {
        kit.registrations.register(new NewAccount(CEM, PASSWORD + " long enough", "Mallory", "en"), BROWSER);
        String confirming = kit.mails.token(CEM);
        var mallory = kit.login(CEM, PASSWORD + " long enough", BROWSER);
        invite(Role.ADMIN);
        assertThat(problemOf(() -> kit.authenticator.authenticate(mallory.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(problemOf(() -> kit.verification.verify(confirming, BROWSER)).slug())
                .isEqualTo("link-invalid");
        assertThat(problemOf(() -> kit.login(CEM, PASSWORD + " long enough", BROWSER))
                        .slug())
                .isEqualTo("unauthenticated");
    }

    @Test
    void whoRegistersWithAnAddressThatIsInvitedDoesNotTakeThePlace() {
        ManagedAccount invited = invite(Role.ADMIN);
        kit.registrations.register(new NewAccount(CEM, PASSWORD + " long enough", "Mallory", "en"), BROWSER);
        assertThat(problemOf(() -> kit.login(CEM, PASSWORD + " long enough", BROWSER))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.managed.get(invited.id()).invitedAt()).isNotNull();
        accept(token());
    }

    private String token() {
        kit.invitations.resend(
                asker, kit.accounts.byEmail(CEM).orElseThrow().user().id());
        return kit.mails.token(CEM);
    }

    @Test
    void whoIsTurnedOffBeforeTheyCameDoesNotComeIn() {
        ManagedAccount invited = invite(Role.USER);
        String token = kit.mails.token(CEM);
        kit.administration.change(
                asker,
                invited.id(),
                old -> new Standing(old.role(), UserState.DISABLED, old.quota()),
                ExpectedVersion.UNSTATED);
        assertThat(problemOf(() -> accept(token)).slug()).isEqualTo("link-invalid");
    }

    @Test
    void thePasswordOfAnAdministratorIsLong() {
        invite(Role.ADMIN);
        assertThat(problemOf(() -> kit.acceptance.accept(kit.mails.token(CEM), " ", "fourteen chars", BROWSER))
                        .errors())
                .extracting(error -> error.pointer())
                .isEqualTo(List.of("/name", "/password"));
    }

    @Test
    void onlyAdministratorsInvite() {
        Asker other = new Asker(AuthKit.caller(kit.account("bob@example.org", Role.USER)), null);
        assertThat(problemOf(() -> kit.invitations.invite(other, to(CEM, Role.ADMIN)))
                        .slug())
                .isEqualTo("forbidden");
        assertThat(kit.accounts.byEmail(CEM)).isEmpty();
        assertThat(kit.mails.to(CEM)).isEmpty();
        assertThat(kit.audit.entries().getLast())
                .returns("forbidden", entry -> entry.problem())
                .returns(CEM, entry -> entry.objectName());
    }

    @Test
    void whatIsNoAddressIsNotInvited() {
        assertThat(problemOf(() -> kit.invitations.invite(
                                asker,
                                new NewInvitation("cem", "", Role.USER, new QuotaOverride(-1L, null, null, null), "?")))
                        .errors())
                .extracting(error -> error.pointer())
                .isEqualTo(List.of("/email", "/locale", "/quota/vms"));
    }

    @Test
    void pendingInvitationsAreListed() {
        invite(Role.USER);
        assertThat(kit.administration
                        .list(
                                asker.caller(),
                                AccountFilter.parse(null, null, null, "true", "email"),
                                PageRequest.first(),
                                true)
                        .items())
                .extracting(ManagedAccount::email)
                .containsExactly(CEM);
    }
}
