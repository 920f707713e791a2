package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class GatewayTest {
    private final Requests requests = new Requests();
    private final Gateway gateway = gateway(requests);
    private final FakeResponse response = new FakeResponse();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void handsTheCallerOn() throws Exception {
        AtomicReference<Object> principal = new AtomicReference<>();

        pass(login(), (request, answer) -> principal.set(((HttpServletRequest) request).getUserPrincipal()));

        assertThat(principal.get()).isEqualTo(FakeAuthenticator.ANN);
        assertThat(response.headers).containsKeys("X-Request-Id", "Content-Security-Policy", "X-Frame-Options");
    }

    @Test
    void everyAnswerSaysWhatBrowsersMustNotDoWithIt() throws Exception {
        pass(FakeRequest.of("GET", "/api/vms"), (request, answer) -> {});

        assertThat(response.headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Strict-Transport-Security");
        assertThat(response.headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void nobodyPassesWithoutALogin() throws Exception {
        pass(FakeRequest.of("GET", "/api/vms"), (request, answer) -> calls.incrementAndGet());

        assertThat(calls).hasValue(0);
        assertThat(response.status).isEqualTo(401);
        assertThat(response.body()).contains("urn:obox:problem:unauthenticated");
    }

    @Test
    void tellsAProblemInPlaceOfAnErrorPage() throws Exception {
        pass(login(), (request, answer) -> ((HttpServletResponse) answer).sendError(404, "<b>lost</b>"));

        assertThat(response.status).isEqualTo(404);
        assertThat(response.headers).containsEntry("Content-Type", "application/problem+json");
        assertThat(response.body()).contains("urn:obox:problem:not-found").doesNotContain("<b>");
    }

    @Test
    void asksTheSuccessorOfAServletThatWentAway() throws Exception {
        pass(login(), (request, answer) -> {
            if (calls.incrementAndGet() <= 5) {
                failAsTheWhiteboardDoes(request, answer);
            }
        });

        assertThat(calls).hasValue(6);
        assertThat(response.status).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void asksTheSuccessorOfAServletWhoseRequestIsMarked() throws Exception {
        pass(login(), (request, answer) -> {
            if (calls.incrementAndGet() == 1) {
                request.setAttribute("io.obox.http.succeeded", true);
                ((HttpServletResponse) answer).sendError(503);
            }
        });

        assertThat(calls).hasValue(2);
        assertThat(response.status).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void doesNotAskForEver() throws Exception {
        pass(login(), (request, answer) -> {
            calls.incrementAndGet();
            failAsTheWhiteboardDoes(request, answer);
        });

        assertThat(calls).hasValue(12);
        assertThat(response.status).isEqualTo(503);
    }

    @Test
    void leavesEverythingToTheGatewayThatCameFirst() throws Exception {
        Requests ofTheOther = new Requests();
        Gateway other = gateway(ofTheOther);

        pass(
                login(),
                (request, answer) -> other.doFilter(request, answer, (again, inner) -> {
                    calls.incrementAndGet();
                    assertThat(ofTheOther.ended()).isDone();
                    assertThat(requests.ended()).isNotDone();
                }));

        assertThat(calls).hasValue(1);
        assertThat(requests.ended()).isDone();
    }

    private void pass(FakeRequest request, FilterChain chain) throws IOException, ServletException {
        gateway.doFilter(request.build(), response.build(), chain);
    }

    private static FakeRequest login() {
        return FakeRequest.of("GET", "/api/vms").cookie("obox_access_here", "good");
    }

    private static void failAsTheWhiteboardDoes(
            jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse answer) throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new ServletException("Servlet has been unregistered"));
        ((HttpServletResponse) answer).setStatus(500);
        ((HttpServletResponse) answer).sendError(500);
    }

    @Test
    void nobodyPassesByANameThatIsNotOBoxs() throws Exception {
        pass(login().header("Host", "evil.example:8080"), (request, answer) -> calls.incrementAndGet());

        assertThat(calls).hasValue(0);
        assertThat(response.status).isEqualTo(421);
        assertThat(response.headers).containsKeys("X-Request-Id", "Content-Security-Policy");
        assertThat(response.body()).contains("urn:obox:problem:misdirected", "OBOX_PUBLIC_HOSTS");
    }

    @Test
    void whatIsBehindTheGatewaySeesTheClientOfAProxy() throws Exception {
        FakeRequest proxied = FakeRequest.of("POST", "/api/auth/login")
                .from("10.1.2.3")
                .header("Host", "upstream:8080")
                .header("Origin", "https://obox.example")
                .header("X-Forwarded-For", "198.51.100.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "obox.example");

        pass(proxied, (request, answer) -> {
            calls.incrementAndGet();
            assertThat(request.getRemoteAddr()).isEqualTo("198.51.100.9");
            assertThat(request.isSecure()).isTrue();
        });

        assertThat(calls).hasValue(1);
        assertThat(response.headers).containsKey("Strict-Transport-Security");
    }

    private static Gateway gateway(Requests requests) {
        return new Gateway(
                new Authentication(new FakeAuthenticator()),
                new ProblemWriter(),
                requests,
                KnownNames.of("127.0.0.1", "obox.example"),
                Origins.of(""),
                TrustedProxies.of("10.0.0.0/8"));
    }
}
