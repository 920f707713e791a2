package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationTest {
    private final Authentication authentication = new Authentication(new FakeAuthenticator());

    @ParameterizedTest
    @ValueSource(strings = {"/api/vms", "/api/auth/me", "/api/events", "/api/nosuch", "/%61pi/vms", "/api/auth/login/"})
    void whateverLiesUnderTheApiNeedsALogin(String path) {
        assertThat(slug(FakeRequest.of("GET", path))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login;x=1", "/api/auth/%6Cogin", "/api//auth/login"})
    void anOpenPathWrittenInAnotherWayIsClosed(String path) {
        assertThat(slug(FakeRequest.of("POST", path))).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/login",
                "/api/auth/refresh",
                "/api/auth/registration",
                "/api/openapi.json",
                "/",
                "/vms",
                "/healthz"
            })
    void pathsToALoginAndThePageAreOpen(String path) {
        assertThat(authentication.caller(FakeRequest.of("GET", path).build())).isNull();
    }

    @Test
    void knowsTheCallerByCookieAndByBearer() {
        var byCookie = FakeRequest.of("GET", "/api/vms").cookie("obox_access_here", "good");
        var byBearer = FakeRequest.of("GET", "/api/vms").header("Authorization", "bearer good");

        assertThat(authentication.caller(byCookie.build())).isEqualTo(FakeAuthenticator.ANN);
        assertThat(authentication.caller(byBearer.build())).isEqualTo(FakeAuthenticator.ANN);
    }

    @Test
    void theCookiesOfAnotherInstallationAreLeftAlone() {
        var request = FakeRequest.of("GET", "/api/vms").cookie("obox_access_elsewhere", "false");

        assertThat(slug(request)).isEqualTo("unauthenticated");
        assertThat(authentication.caller(
                        request.cookie("obox_access_here", "good").build()))
                .isEqualTo(FakeAuthenticator.ANN);
    }

    @Test
    void refusesAFalseToken() {
        assertThat(slug(FakeRequest.of("GET", "/api/vms").cookie("obox_access_here", "false")))
                .isEqualTo("unauthenticated");
    }

    @Test
    void whoMustChangeThePasswordMayDoOnlyThat() {
        assertThat(slug(FakeRequest.of("GET", "/api/vms").cookie("obox_access_here", "fresh")))
                .isEqualTo("password-change-required");
        assertThat(authentication.caller(FakeRequest.of("POST", "/api/profile/password")
                        .cookie("obox_access_here", "fresh")
                        .build()))
                .isEqualTo(FakeAuthenticator.NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/vms",
                "/api/events",
                "/api/profile/keys",
                "/api/profile/email",
                "/api/auth/me/",
                "/api/views"
            })
    void whoseAddressIsNotConfirmedMayDoLittle(String path) {
        assertThat(slug(FakeRequest.of("GET", path).cookie("obox_access_here", "unverified")))
                .isEqualTo("email-unverified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/me", "/api/auth/resend", "/api/auth/verify", "/api/profile", "/api/auth/logout"})
    void whatLeadsToAConfirmedAddressIsOpen(String path) {
        Caller caller = authentication.caller(FakeRequest.of("POST", path)
                .cookie("obox_access_here", "unverified")
                .build());

        assertThat(caller).isIn(null, FakeAuthenticator.UNVERIFIED);
    }

    @Test
    void whoeverWantsToLeaveNeedsNoLoginAndIsKnownByOne() {
        assertThat(authentication.caller(logout().build())).isNull();
        assertThat(authentication.caller(
                        logout().cookie("obox_access_here", "false").build()))
                .isNull();
        assertThat(authentication.caller(
                        logout().cookie("obox_access_here", "good").build()))
                .isEqualTo(FakeAuthenticator.ANN);
        assertThat(authentication.caller(
                        logout().header("Authorization", "Bearer fresh").build()))
                .isEqualTo(FakeAuthenticator.NEW);
    }

    @Test
    void nobodyIsToldToHaveLeftWhileLoginsCannotBeChecked() {
        var request = logout().cookie("obox_access_here", "good").build();

        ProblemException thrown =
                Assertions.catchThrowableOfType(ProblemException.class, () -> new Authentication().caller(request));

        assertThat(thrown.problem().slug()).isEqualTo("unavailable");
    }

    private static FakeRequest logout() {
        return FakeRequest.of("POST", "/api/auth/logout");
    }

    @Test
    void withoutAnAuthenticatorNobodyIsLetIn() {
        var request = FakeRequest.of("GET", "/api/vms").cookie("obox_access_here", "good");

        ProblemException thrown = Assertions.catchThrowableOfType(
                ProblemException.class, () -> new Authentication().caller(request.build()));

        assertThat(thrown.problem().slug()).isEqualTo("unavailable");
    }

    private String slug(FakeRequest request) {
        return Assertions.catchThrowableOfType(ProblemException.class, () -> authentication.caller(request.build()))
                .problem()
                .slug();
    }
}
