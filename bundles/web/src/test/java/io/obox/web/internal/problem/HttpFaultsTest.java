package io.obox.web.internal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.problem.Problem;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

final class HttpFaultsTest {
    @Test
    void whatCanBeReadCanBeAskedForItsHeaders() {
        assertThat(HttpFaults.of(notAllowed("GET", "POST", "OPTIONS")).headers())
                .containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
        assertThat(HttpFaults.of(notAllowed("POST", "OPTIONS")).headers()).containsEntry("Allow", "OPTIONS, POST");
    }

    @Test
    void aFaultOfTheContainerHasAnIncident() {
        Problem problem = HttpFaults.status(502);

        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.incident()).matches("[0-9a-f]{12}");
        assertThat(HttpFaults.status(505).slug()).isEqualTo("malformed");
    }

    private static NotAllowedException notAllowed(String... allowed) {
        return new NotAllowedException(Response.status(405).allow(allowed).build());
    }
}
