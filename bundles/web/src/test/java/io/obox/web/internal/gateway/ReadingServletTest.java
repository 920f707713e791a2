package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

final class ReadingServletTest {
    private final FakeResponse response = new FakeResponse();

    @Test
    void aWrongMethodIsToldTheRightOnes() throws Exception {
        for (String method : new String[] {"DELETE", "POST", "OPTIONS", "TRACE", "BREW"}) {
            HttpServletRequest request = FakeRequest.of(method, "/healthz").build();

            new Greeting().service(request, new ProblemResponse(request, response.build(), new ProblemWriter()));

            assertThat(response.status).as(method).isEqualTo(405);
            assertThat(response.headers).containsEntry("Allow", "GET, HEAD");
        }
    }

    private static final class Greeting extends ReadingServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse answer) {
            throw new AssertionError("nothing was to be read");
        }
    }
}
