package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A servlet of another bundle does no harm to the rest. */
public class ForeignServletTest extends WebTest {
    private static final int THREADS = 8;
    private static final int REQUESTS = 12;

    @Inject
    private ConfigurationAdmin configurations;

    private final SpinningServlet servlet = new SpinningServlet();
    private ServiceRegistration<Servlet> registration;

    @Before
    public void publishIt() throws IOException {
        configurations.getConfiguration("io.obox.web", "?").update(new Hashtable<>(Map.of("foreignSeconds", 5)));
        registration = context.registerService(
                Servlet.class, servlet, properties("osgi.http.whiteboard.servlet.pattern", "/api/plugins/spinning"));
        await("/api/plugins/spinning?tell=thread", 200);
    }

    @After
    public void withdrawIt() {
        servlet.enough = true;
        registration.unregister();
    }

    @Test
    public void itRunsOnAThreadOfTheSystemAndKnowsItsCaller() {
        assertThat(http().get("/api/plugins/spinning?tell=thread").body())
                .isEqualTo("ann@example.org on a platform thread");
    }

    @Test
    public void spinningInManyRequestsItStopsNobodyAndIsAnsweredFor() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> http().get("/api/plugins/spinning"),
                    task -> Thread.ofPlatform().daemon().start(task)));
        }
        assertThat(servlet.spinning.tryAcquire(THREADS, 60, TimeUnit.SECONDS)).isTrue();

        for (String path : List.of("/healthz", "/api/openapi.json")) {
            HttpResponse<String> other = http().send(http().request(path).timeout(Duration.ofSeconds(20)));
            assertThat(other.statusCode()).as(path).isEqualTo(200);
        }
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            HttpResponse<String> given = answer.get(60, TimeUnit.SECONDS);
            assertThat(given.statusCode()).as(given.body()).isEqualTo(503);
            assertThat(given.headers().firstValue("Content-Type")).contains("application/problem+json");
        }

        servlet.enough = true;
        Awaitility.await("those that spun to be refused what they still write")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(servlet.refused).hasValue(THREADS));
    }

    @Test
    public void aFilterIsNotPutBeforeWhatOthersServe() {
        Filter shut = (request, response, chain) -> {};
        ServiceRegistration<Filter> filter =
                context.registerService(Filter.class, shut, properties("osgi.http.whiteboard.filter.pattern", "/*"));
        try {
            assertThat(http().get("/api/plugins/spinning?tell=thread").body()).isNotEmpty();
        } finally {
            filter.unregister();
        }
    }

    @Test
    public void itGoesWithItsBundleAndComesAgain() {
        registration.unregister();
        await("/api/plugins/spinning?tell=thread", 404);

        registration = context.registerService(
                Servlet.class, servlet, properties("osgi.http.whiteboard.servlet.pattern", "/api/plugins/spinning"));
        await("/api/plugins/spinning?tell=thread", 200);
    }

    @Test
    public void oneThatIsRegisteredWhileOBoxDoesNotServeIsHiddenToo() throws Exception {
        Bundle web = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("io.obox.web"))
                .findFirst()
                .orElseThrow();
        web.stop();
        ServiceRegistration<Servlet> early = context.registerService(
                Servlet.class, servlet, properties("osgi.http.whiteboard.servlet.pattern", "/api/plugins/early"));
        try {
            assertThat(http().get("/api/plugins/early?tell=thread").statusCode())
                    .isEqualTo(503);
            web.start();
            await("/api/plugins/early?tell=thread", 200);
            assertThat(http().get("/api/plugins/early?tell=thread").body()).endsWith("on a platform thread");
        } finally {
            early.unregister();
            web.start();
        }
    }

    private void await(String path, int status) {
        Awaitility.await(path)
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> http().get(path).statusCode() == status);
    }

    private static Dictionary<String, Object> properties(String name, String value) {
        return new Hashtable<>(Map.of(name, value));
    }
}
