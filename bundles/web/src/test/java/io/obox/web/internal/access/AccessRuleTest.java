package io.obox.web.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.Scope;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Pending;
import io.obox.user.access.Whose;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessRuleTest {
    private static final CallerIssuer ISSUER = CallerIssuer.of(MethodHandles.lookup());
    private static final String NOTHING = "";

    /** What the rules of these tests are declared at. */
    private static final class Declaring {
        @Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
        void open() {}

        @Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "vms:write")
        void scoped() {}

        @Access(to = Audience.USERS, whose = Whose.OWN)
        void personal() {}

        @Access(to = Audience.USERS, whose = Whose.OWN, pending = Pending.VERIFICATION)
        void early() {}

        @Access(to = Audience.ADMINS, whose = Whose.NOBODYS, scope = "audit:read")
        void administrative() {}

        void undeclared() {}
    }

    @ParameterizedTest
    @CsvSource({"open,''", "scoped,unauthenticated", "administrative,unauthenticated", "undeclared,unauthenticated"})
    void strangersGetToWhatServesAnybody(String operation, String slug) {
        assertThat(refusal(operation, null)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"scoped,''", "personal,''", "administrative,forbidden", "undeclared,''"})
    void aSessionHasEveryScopeAndItsRole(String operation, String slug) {
        assertThat(refusal(operation, draft(Role.USER, Credential.SESSION).issue()))
                .isEqualTo(slug);
    }

    @Test
    void administratorsGetToWhatIsTheirs() {
        assertThat(refusal(
                        "administrative", draft(Role.ADMIN, Credential.SESSION).issue()))
                .isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "scoped,vms:write,''",
        "scoped,vms:read,forbidden",
        "scoped,jobs:write,forbidden",
        "personal,profile:write,forbidden",
        "undeclared,vms:write,forbidden",
        "undeclared,write,forbidden"
    })
    void aTokenDoesNoMoreThanItsScopesSay(String operation, String scope, String slug) {
        assertThat(refusal(operation, token(scope))).isEqualTo(slug);
    }

    @Test
    void theMissingScopeIsNamed() {
        assertThat(refused("scoped", token("vms:read")).problem().detail()).contains("vms:write");
    }

    @Test
    void aTokenOfAUserOpensNothingToAnAdministrator() {
        assertThat(refusal("administrative", token("audit:read"))).isEqualTo("forbidden");
    }

    @Test
    void aSessionThatMayOnlyReadChangesNothing() {
        Caller reader =
                draft(Role.USER, Credential.SESSION).scopes(Set.of(Scope.READ)).issue();

        assertThat(refusal("scoped", reader)).isEqualTo("forbidden");
        assertThat(refusal("undeclared", reader)).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"early,''", "scoped,email-unverified", "undeclared,email-unverified"})
    void whoseAddressIsNotConfirmedGetsWhereThatMayBePending(String operation, String slug) {
        assertThat(refusal(
                        operation,
                        draft(Role.USER, Credential.SESSION)
                                .mustVerifyEmail(true)
                                .issue()))
                .isEqualTo(slug);
    }

    @Test
    void whoMustChangeThePasswordDoesNotGetWhereSomethingElseMayBePending() {
        assertThat(refusal(
                        "early",
                        draft(Role.USER, Credential.SESSION)
                                .mustChangePassword(true)
                                .issue()))
                .isEqualTo("password-change-required");
    }

    private static Caller token(String scope) {
        return draft(Role.USER, Credential.TOKEN)
                .scopes(Set.of(new Scope(scope)))
                .issue();
    }

    private static CallerIssuer.Draft draft(Role role, Credential credential) {
        return ISSUER.draft(new UUID(1, 1), "ann@example.org", role, credential);
    }

    private static String refusal(String operation, @Nullable Caller caller) {
        ProblemException thrown = refused(operation, caller);
        return thrown == null ? NOTHING : thrown.problem().slug();
    }

    private static ProblemException refused(String operation, @Nullable Caller caller) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> AccessRule.of(Declaring.class.getDeclaredMethod(operation))
                        .check(caller, "POST"));
    }
}
