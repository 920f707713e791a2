package io.obox.auth.internal.enrolment;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static io.obox.auth.internal.AuthKit.PASSWORD;
import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.factor.Authenticator;
import io.obox.auth.internal.login.Login;
import io.obox.auth.internal.login.LoginChallenge;
import io.obox.auth.internal.session.Client;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {
    private static final String EMAIL = "ann@example.org";

    private final AuthKit kit = new AuthKit();
    private final User ann = kit.account(EMAIL, Role.USER);
    private final Login first = kit.login(EMAIL, PASSWORD, BROWSER);
    private final Caller asAnn = kit.authenticator.authenticate(first.accessToken());

    private record Enrolled(Authenticator phone, List<String> codes) {}

    private Enrolled enrol() {
        return enrol(asAnn);
    }

    private Enrolled enrol(Caller caller) {
        Authenticator phone = new Authenticator(kit.secondFactors.begin(caller).secret(), kit.clock);
        return new Enrolled(
                phone, kit.secondFactors.confirm(caller, phone.code()).recoveryCodes());
    }

    private String challenge() {
        return ((LoginChallenge) kit.logins.login(EMAIL, PASSWORD.toCharArray(), BROWSER)).challenge();
    }

    private String refusal(String challenge, String code) {
        return problemOf(() -> kit.logins.login(challenge, code, BROWSER)).slug();
    }

    private void pass() {
        kit.clock.pass(Duration.ofSeconds(30));
    }

    @Test
    void fromTheFirstCodeOnThePasswordAloneIsNotEnough() {
        Authenticator phone = new Authenticator(kit.secondFactors.begin(asAnn).secret(), kit.clock);
        assertThat(kit.login(EMAIL, PASSWORD, BROWSER).user().id()).isEqualTo(ann.id());
        kit.secondFactors.confirm(asAnn, phone.code());
        assertThat(kit.secondFactors.get(asAnn).enabled()).isTrue();
        String challenge = challenge();
        pass();
        Login login = kit.logins.login(challenge, phone.code(), BROWSER);
        assertThat(kit.authenticator.authenticate(login.accessToken()).userId()).isEqualTo(ann.id());
    }

    @Test
    void whatIsPutIntoAnAuthenticatorSaysWhose() {
        EnrolmentDocument begun = kit.secondFactors.begin(asAnn);
        assertThat(begun.uri())
                .isEqualTo("otpauth://totp/OBox:ann%40example.org?secret=" + begun.secret() + "&issuer=OBox");
        assertThat(begun.secret()).matches("[A-Z2-7]{32}");
        assertThat(begun.toString()).doesNotContain(begun.secret());
    }

    @Test
    void aWrongFirstCodeSwitchesNothingOn() {
        kit.secondFactors.begin(asAnn);
        assertThat(problemOf(() -> kit.secondFactors.confirm(asAnn, "000000x"))
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/code");
        assertThat(kit.secondFactors.get(asAnn).enabled()).isFalse();
        assertThat(kit.login(EMAIL, PASSWORD, BROWSER).user().id()).isEqualTo(ann.id());
    }

    @Test
    void aSecretWaitsForItsFirstCodeForAnHour() {
        Authenticator phone = new Authenticator(kit.secondFactors.begin(asAnn).secret(), kit.clock);
        kit.clock.pass(Duration.ofHours(1));
        assertThat(problemOf(() -> kit.secondFactors.confirm(asAnn, phone.code()))
                        .slug())
                .isEqualTo("validation");
    }

    @Test
    void theOtherSessionsEndAndThisOneGoesOn() {
        Login other = kit.login(EMAIL, PASSWORD, BROWSER);
        enrol();
        assertThat(problemOf(() -> kit.authenticator.authenticate(other.accessToken()))
                        .slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.authenticator.authenticate(first.accessToken()).userId()).isEqualTo(ann.id());
        assertThat(kit.logins.refresh(first.refreshToken()).user().id()).isEqualTo(ann.id());
    }

    @Test
    void noCodeIsGoodTwice() {
        Enrolled enrolled = enrol();
        // the code that confirmed the secret
        assertThat(refusal(challenge(), enrolled.phone().code())).isEqualTo("unauthenticated");
        pass();
        String code = enrolled.phone().code();
        kit.logins.login(challenge(), code, BROWSER);
        assertThat(refusal(challenge(), code)).isEqualTo("unauthenticated");
        // nor one from before one that was used
        assertThat(refusal(challenge(), enrolled.phone().code(-1))).isEqualTo("unauthenticated");
    }

    @Test
    void ofManyWhoShowOneCodeAtOnceOnTwoNodesOneGetsIn() throws Exception {
        Enrolled enrolled = enrol();
        pass();
        String code = enrolled.phone().code();
        AuthKit other = kit.anotherNode();
        other.clock.pass(Duration.ofSeconds(30));
        assertThat(entered(code, kit, other, kit, other)).isEqualTo(1);
        assertThat(entered(enrolled.codes().getFirst(), kit, other, kit, other)).isEqualTo(1);
    }

    private long entered(String code, AuthKit... nodes) throws Exception {
        List<Callable<Boolean>> logins = Stream.of(nodes)
                .<Callable<Boolean>>map(node -> {
                    String challenge = challenge();
                    return () -> {
                        try {
                            return node.logins.login(challenge, code, BROWSER) != null;
                        } catch (ProblemException e) {
                            return false;
                        }
                    };
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(nodes.length)) {
            return threads.invokeAll(logins).stream()
                    .filter(login -> Objects.requireNonNull(login.resultNow()))
                    .count();
        }
    }

    @Test
    void eachRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        Enrolled enrolled = enrol();
        assertThat(enrolled.codes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        String code = enrolled.codes().getFirst();
        kit.logins.login(challenge(), code.toUpperCase(Locale.ROOT).replace("-", " "), BROWSER);
        assertThat(refusal(challenge(), code)).isEqualTo("unauthenticated");
        assertThat(kit.secondFactors.get(asAnn).recoveryCodes()).isEqualTo(9);
    }

    @Test
    void renewedRecoveryCodesTakeThePlaceOfThoseBefore() {
        Enrolled enrolled = enrol();
        List<String> renewed = kit.secondFactors.renewCodes(asAnn).recoveryCodes();
        assertThat(refusal(challenge(), enrolled.codes().getLast())).isEqualTo("unauthenticated");
        kit.logins.login(challenge(), renewed.getLast(), BROWSER);
    }

    @Test
    void aChallengeIsGoodOnceForFiveMinutesAndFromItsPlaceOnly() {
        Enrolled enrolled = enrol();
        String used = challenge();
        kit.logins.login(used, enrolled.codes().get(0), BROWSER);
        assertThat(refusal(used, enrolled.codes().get(1))).isEqualTo("unauthenticated");

        String elsewhere = challenge();
        Client thief = new Client("198.51.100.9", "Browser/1.0", false);
        assertThat(problemOf(() -> kit.logins.login(elsewhere, enrolled.codes().get(2), thief))
                        .slug())
                .isEqualTo("unauthenticated");
        kit.logins.login(elsewhere, enrolled.codes().get(2), BROWSER);

        String late = challenge();
        kit.clock.pass(Duration.ofMinutes(5));
        assertThat(refusal(late, enrolled.codes().get(3))).isEqualTo("unauthenticated");
    }

    @Test
    void aChallengeEndsAfterFiveAttempts() {
        Enrolled enrolled = enrol();
        String challenge = challenge();
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(challenge, "000000x")).isEqualTo("unauthenticated");
        }
        assertThat(refusal(challenge, enrolled.codes().getFirst())).isEqualTo("unauthenticated");
    }

    @Test
    void whoeverGuessesForOneAccountIsRefusedHoweverManyChallengesThereAre() {
        Enrolled enrolled = enrol();
        for (int i = 0; i < 10; i++) {
            assertThat(refusal(challenge(), "000000x")).isEqualTo("unauthenticated");
        }
        assertThat(refusal(challenge(), "000000x")).isEqualTo("rate-limited");
        assertThat(refusal(challenge(), enrolled.codes().getFirst())).isEqualTo("rate-limited");
        kit.clock.pass(Duration.ofMinutes(5));
        kit.logins.login(challenge(), enrolled.codes().getFirst(), BROWSER);
    }

    @Test
    void aChallengeIsVoidOnceThePasswordIsAnotherOrTheAccountIsDisabled() {
        Enrolled enrolled = enrol();
        String challenge = challenge();
        kit.passwords.change(asAnn, PASSWORD, "violet umbrella nineteen");
        assertThat(refusal(challenge, enrolled.codes().get(0))).isEqualTo("unauthenticated");
        LoginChallenge another =
                (LoginChallenge) kit.logins.login(EMAIL, "violet umbrella nineteen".toCharArray(), BROWSER);
        kit.transactions.sql(
                connection -> connection.createStatement().executeUpdate("update account set state = 'DISABLED'"));
        assertThat(refusal(another.challenge(), enrolled.codes().get(1))).isEqualTo("unauthenticated");
    }

    @Test
    void whoDoesNotKnowThePasswordLearnsNothingOfASecondFactor() {
        enrol();
        kit.account("bob@example.org", Role.USER);
        for (String email : List.of(EMAIL, "bob@example.org", "nobody@example.org")) {
            assertThat(problemOf(() -> kit.logins.login(email, "not the password".toCharArray(), BROWSER))
                            .detail())
                    .isEqualTo("The e-mail address or the password is wrong.");
        }
        assertThat(problemOf(() -> kit.logins.login("no such challenge", "000000", BROWSER))
                        .slug())
                .isEqualTo("unauthenticated");
    }

    /** As a version would that knows nothing of second factors. */
    @Test
    void noSessionIsOpenedForSuchAnAccountWithoutTheFactor() {
        enrol();
        assertThatThrownBy(() -> kit.sessions.open(ann.id(), BROWSER)).isInstanceOf(RuntimeException.class);
        assertThat(kit.sessions.list(asAnn)).hasSize(1);
    }

    @Test
    void theDoorThatAsksForAPasswordOnlyStaysClosed() {
        InetAddress here = InetAddress.getLoopbackAddress();
        Caller before = kit.authenticator.verifyPassword(EMAIL, PASSWORD.toCharArray(), here);
        assertThat(kit.authenticator.wouldStillEnter(before)).isTrue();
        enrol();
        assertThat(problemOf(() -> kit.authenticator.verifyPassword(EMAIL, PASSWORD.toCharArray(), here))
                        .slug())
                .isEqualTo("second-factor-required");
        assertThat(kit.authenticator.wouldStillEnter(before)).isFalse();
    }

    @Test
    void whoCameInByAPasswordWouldNotEnterByAnother() {
        Caller shell =
                kit.authenticator.verifyPassword(EMAIL, PASSWORD.toCharArray(), InetAddress.getLoopbackAddress());
        kit.login(EMAIL, PASSWORD, BROWSER);
        assertThat(kit.authenticator.wouldStillEnter(shell)).isTrue();
        kit.passwords.change(asAnn, PASSWORD, "violet umbrella nineteen");
        assertThat(kit.authenticator.wouldStillEnter(shell)).isFalse();
    }

    @Test
    void whatIsDangerousIsAskedForAgainFiveMinutesAfterTheLogin() {
        kit.clock.pass(Duration.ofMinutes(5));
        assertThat(problemOf(() -> kit.secondFactors.begin(asAnn)).slug()).isEqualTo("confirmation-required");
        assertThat(problemOf(() -> kit.confirmations.confirm(asAnn, null, "not my password"))
                        .slug())
                .isEqualTo("validation");
        kit.confirmations.confirm(asAnn, null, PASSWORD);
        Enrolled enrolled = enrol();

        kit.clock.pass(Duration.ofMinutes(5));
        assertThat(problemOf(() -> kit.secondFactors.disable(asAnn)).slug()).isEqualTo("confirmation-required");
        assertThat(problemOf(() -> kit.secondFactors.renewCodes(asAnn)).slug()).isEqualTo("confirmation-required");
        assertThat(problemOf(() -> kit.deletion.delete(asAnn, PASSWORD)).slug()).isEqualTo("confirmation-required");
        // the password is not enough any more
        assertThat(problemOf(() -> kit.confirmations.confirm(asAnn, null, PASSWORD))
                        .slug())
                .isEqualTo("validation");
        kit.confirmations.confirm(asAnn, enrolled.phone().code(), null);
        kit.secondFactors.disable(asAnn);
        assertThat(kit.login(EMAIL, PASSWORD, BROWSER).user().id()).isEqualTo(ann.id());
    }

    @Test
    void oneSessionIsNotConfirmedByAnother() {
        kit.clock.pass(Duration.ofMinutes(5));
        Caller other = kit.authenticator.authenticate(
                kit.login(EMAIL, PASSWORD, BROWSER).accessToken());
        kit.confirmations.require(other);
        Caller old = kit.authenticator.authenticate(
                kit.logins.refresh(first.refreshToken()).accessToken());
        assertThat(problemOf(() -> kit.confirmations.require(old)).slug()).isEqualTo("confirmation-required");
    }

    @Test
    void anAdministratorWhoMustHaveOneCanDoNothingElseUntilThen() {
        kit.policy.require(true);
        kit.account("admin@example.org", Role.ADMIN);
        Login login = kit.login("admin@example.org", PASSWORD, BROWSER);
        assertThat(login.user().mustEnrolSecondFactor()).isTrue();
        Caller admin = kit.authenticator.authenticate(login.accessToken());
        assertThat(admin.mustEnrolSecondFactor()).isTrue();
        assertThat(admin.isAdmin()).isFalse();
        assertThat(kit.authenticator
                        .verifyPassword("admin@example.org", PASSWORD.toCharArray(), InetAddress.getLoopbackAddress())
                        .isAdmin())
                .isFalse();
        enrol(admin);
        Caller free = kit.authenticator.authenticate(login.accessToken());
        assertThat(free.mustEnrolSecondFactor()).isFalse();
        assertThat(free.isAdmin()).isTrue();
        assertThat(problemOf(() -> kit.secondFactors.disable(free)).slug()).isEqualTo("state-conflict");
        assertThat(kit.authenticator.authenticate(first.accessToken()).mustEnrolSecondFactor())
                .isFalse();
    }

    @Test
    void tokensOfAnAdministratorWhoMustHaveOneWaitForIt() {
        kit.account("admin@example.org", Role.ADMIN);
        Login login = kit.login("admin@example.org", PASSWORD, BROWSER);
        Caller admin = kit.authenticator.authenticate(login.accessToken());
        String token =
                kit.apiTokens.create(admin, "ci", List.of("vms:read"), null).token();
        String ofAnn =
                kit.apiTokens.create(asAnn, "ci", List.of("vms:read"), null).token();
        kit.policy.require(true);
        assertThat(problemOf(() -> kit.authenticator.authenticate(token)).slug())
                .isEqualTo("unauthenticated");
        assertThat(kit.authenticator.authenticate(ofAnn).userId()).isEqualTo(ann.id());
        enrol(admin);
        assertThat(kit.authenticator.authenticate(token).isAdmin()).isTrue();
    }

    @Test
    void whatBecomesOfItIsRecordedWithoutAnythingSecret() {
        Enrolled enrolled = enrol();
        refusal(challenge(), "000000x");
        kit.logins.login(challenge(), enrolled.codes().getFirst(), BROWSER);
        kit.secondFactors.renewCodes(asAnn);
        kit.secondFactors.disable(asAnn);
        assertThat(kit.audit.entries().stream().map(entry -> entry.action() + " " + entry.problem()))
                .containsExactly(
                        "session.open null",
                        "second-factor.enable null",
                        "session.open unauthenticated",
                        "session.open null",
                        "second-factor.renew-codes null",
                        "second-factor.disable null");
        assertThat(kit.audit.entries()).allMatch(entry -> entry.changes().isEmpty());
        assertThat(kit.audit.entries().stream().map(AuditEntry::objectName)).containsOnly(EMAIL);
    }

    @Test
    void noSecretStandsInTheDatabaseThatOpensSomethingByItself() {
        Enrolled enrolled = enrol();
        String challenge = challenge();
        String dump = kit.transactions.sql(connection -> {
            try (var rows = connection
                    .createStatement()
                    .executeQuery(
                            "select string_agg(r::text, ' ') from recovery_code r union all select string_agg(c::text, ' ') from login_challenge c")) {
                StringBuilder text = new StringBuilder();
                while (rows.next()) {
                    text.append(rows.getString(1));
                }
                return text.toString();
            }
        });
        assertThat(dump).isNotEmpty().doesNotContain(challenge);
        enrolled.codes().forEach(code -> assertThat(dump).doesNotContainIgnoringCase(code.replace("-", "")));
    }
}
