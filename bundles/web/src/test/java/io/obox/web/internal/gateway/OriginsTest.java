package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import org.junit.jupiter.api.Test;

final class OriginsTest {
    private final Origins origins = new Origins("https://portal.example");

    @Test
    void refusesAWriteThatTheBrowserCallsCrossSite() {
        refuses(FakeRequest.of("POST", "/api/vms").header("Sec-Fetch-Site", "cross-site"));
        refuses(FakeRequest.of("DELETE", "/api/vms/1").header("Sec-Fetch-Site", "same-site"));
    }

    @Test
    void takesWritesOfTheOwnPage() {
        takes(FakeRequest.of("POST", "/api/vms").header("Sec-Fetch-Site", "same-origin"));
        takes(FakeRequest.of("POST", "/api/vms").header("Sec-Fetch-Site", "none"));
    }

    @Test
    void goesByTheOriginWhereTheBrowserDoesNotTellTheSite() {
        refuses(FakeRequest.of("PATCH", "/api/vms/1").header("Origin", "https://evil.example"));
        refuses(FakeRequest.of("PATCH", "/api/vms/1").header("Origin", "null"));
        refuses(FakeRequest.of("PATCH", "/api/vms/1").header("Origin", "http://obox.example:9090"));
        takes(FakeRequest.of("PATCH", "/api/vms/1").header("Origin", "http://obox.example:8080"));
    }

    @Test
    void takesWritesOfTheConfiguredOrigin() {
        takes(FakeRequest.of("POST", "/api/vms")
                .header("Origin", "https://portal.example")
                .header("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void takesWritesOfWhateverIsNoBrowser() {
        takes(FakeRequest.of("POST", "/api/vms"));
    }

    @Test
    void letsAnySiteRead() {
        takes(FakeRequest.of("GET", "/api/vms").header("Sec-Fetch-Site", "cross-site"));
    }

    private void refuses(FakeRequest request) {
        assertThatThrownBy(() -> origins.checkWrite(request.build()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(
                                        e.problem().slug())
                                .isEqualTo("forbidden"));
    }

    private void takes(FakeRequest request) {
        assertThatCode(() -> origins.checkWrite(request.build())).doesNotThrowAnyException();
    }
}
