package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.web.internal.foreign.ForeignCalls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignRequestsTest {
    private static final long PLUGIN = 7;
    private static final int KIB = 1024;

    private final BodyRoom room = new BodyRoom(64 * KIB, 64 * KIB, 256 * KIB);
    private ForeignCalls calls = ForeignCalls.within(Duration.ofMinutes(1));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server(new QueuedThreadPool());

    /** Serves one generation, as the whiteboard's servlet does. */
    private final class Serving extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Generation generation;

        @Override
        public void init() throws ServletException {
            ResourceConfig config = new ResourceConfig()
                    .registerInstances(new OwnResource(), new TellingResource(), new TellingResource.Same());
            generation = Generation.build(
                    config,
                    getServletConfig(),
                    room,
                    new ForeignRequests(calls, room, type -> type == OwnResource.class ? null : PLUGIN));
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try {
                Objects.requireNonNull(generation)
                        .serve(Roots.trimmed(request.getPathInfo()), new LoggedIn(request), response);
            } catch (ProblemException e) {
                response.setStatus(e.problem().status());
            }
        }
    }

    /** A request that came through the gateway. */
    private static final class LoggedIn extends HttpServletRequestWrapper {
        private static final Caller ANN = CallerIssuer.of(MethodHandles.lookup())
                .draft(new UUID(1, 1), "ann@example.org", Role.USER, Credential.SESSION)
                .issue();

        LoggedIn(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return ANN;
        }
    }

    /** So that the first request, which takes long, is not the one that hangs. */
    private void hangSoon() throws Exception {
        calls.deactivate();
        calls = ForeignCalls.within(Duration.ofSeconds(2));
        server.stop();
        server.start();
        assertThat(get("/api/own").statusCode()).isEqualTo(200);
        TellingResource.hang.set(true);
    }

    @BeforeEach
    void serve() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Serving()), "/api/*");
        server.setHandler(context);
        server.addConnector(new ServerConnector(server));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        TellingResource.hang.set(false);
        server.stop();
        calls.deactivate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"method", "entity", "stream", "parameter?value=x", "below/locator"})
    void allOfItRunsOnAThreadOfItsBundle(String path) throws Exception {
        HttpResponse<String> answer = get("/api/telling/" + path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("obox-resource-7-").doesNotContain("qtp");
    }

    @Test
    void itsBodyIsMadeIntoAnObjectThereToo() throws Exception {
        assertThat(post("{\"word\":\"x\"}").body()).contains("obox-resource-7-");
    }

    @Test
    void whatOBoxServesStaysOnTheThreadOfItsRequest() throws Exception {
        assertThat(get("/api/own").body()).startsWith("qtp");
    }

    @Test
    void whatAnswersWhereOBoxDoesTooIsNotReached() throws Exception {
        HttpRequest other =
                request("/api/own/shared").header("Accept", "text/x-other").build();

        assertThat(client.send(other, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedAsElsewhere() throws Exception {
        assertThat(post("{\"word\":\"" + "x".repeat(65 * KIB) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void whoeverTakesTooLongIsAnsweredFor() throws Exception {
        hangSoon();

        assertThat(get("/api/telling/entity").statusCode()).isEqualTo(503);
        assertThat(get("/api/own").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerOfWhichAPartHasGoneOutDoesNotLookWhole() throws Exception {
        hangSoon();

        assertThatThrownBy(() -> get("/api/telling/half")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String json) throws Exception {
        HttpRequest.Builder request = request("/api/telling")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }
}
