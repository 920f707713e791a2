package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

/** A resource of another bundle does no harm to the rest. */
public class ForeignResourceTest extends WebTest {
    private static final int MOST_THREADS = 8;

    private final Spinning spinning = Spinning.begin();
    private final SpinningResource resource = new SpinningResource(spinning);
    private ServiceRegistration<SpinningResource> registration;

    @Before
    public void publishIt() {
        registration = publish(SpinningResource.class, resource, "test.spinning", "/api/spinning/thread");
    }

    @After
    public void withdrawIt() {
        spinning.end();
        registration.unregister();
    }

    @Test
    public void itRunsOnAThreadOfTheSystemAndKnowsItsCaller() {
        assertThat(http().get("/api/spinning/thread").body()).isEqualTo("ann@example.org on a platform thread");
    }

    @Test
    public void aPathOfOBoxMakesItNoPartOfOBox() {
        ServiceRegistration<ClaimingResource> claiming =
                publish(ClaimingResource.class, new ClaimingResource(), "test.claiming", "/api/hosts/thread");
        try {
            assertThat(http().get("/api/hosts/thread").body()).isEqualTo("platform");
        } finally {
            claiming.unregister();
        }
    }

    @Test
    public void spinningOnEachCoreItDoesNotStopHttp() throws Exception {
        assertHttpGoesOnDuring(() -> http().get("/api/spinning"));
    }

    @Test
    public void spinningWhileItsAnswerIsWrittenItDoesNotStopHttp() throws Exception {
        assertHttpGoesOnDuring(() -> http().get("/api/spinning/entity"));
    }

    @Test
    public void spinningInAStreamItDoesNotStopHttp() throws Exception {
        assertHttpGoesOnDuring(() -> http().get("/api/spinning/stream"));
    }

    @Test
    public void spinningInAParameterItDoesNotStopHttp() throws Exception {
        assertHttpGoesOnDuring(() -> http().get("/api/spinning/parameter?value=" + spinning.name));
    }

    @Test
    public void spinningInItsBodyItDoesNotStopHttp() throws Exception {
        String body = "{\"spinning\":\"%s\"}".formatted(spinning.name);
        assertHttpGoesOnDuring(() -> http().send(http().post("/api/spinning/body", body)));
    }

    private void assertHttpGoesOnDuring(Supplier<HttpResponse<String>> request) throws Exception {
        int requests = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() + 2);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    request, task -> Thread.ofPlatform().daemon().start(task)));
        }
        assertThat(spinning.begun.tryAcquire(requests, 60, TimeUnit.SECONDS)).isTrue();

        for (String path : List.of("/healthz", "/api/openapi.json")) {
            HttpResponse<String> other = http().send(http().request(path).timeout(Duration.ofSeconds(20)));
            assertThat(other.statusCode()).as(path).isEqualTo(200);
        }

        spinning.end();
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            HttpResponse<String> given = answer.get(60, TimeUnit.SECONDS);
            assertThat(given.statusCode()).as(given.body()).isIn(200, 503);
            assertThat(given.body()).doesNotContain("virtual");
        }
    }

    @Test
    public void anExtensionIsNotPutBeforeWhatOthersServe() {
        ContainerRequestFilter shut =
                request -> request.abortWith(Response.status(418).build());
        ServiceRegistration<ContainerRequestFilter> extension = context.registerService(
                ContainerRequestFilter.class, shut, new Hashtable<>(Map.of("osgi.jakartars.extension", true)));
        ServiceRegistration<ThingResource> after =
                publish(ThingResource.class, new ThingResource(), "test.things", "/api/things");
        try {
            assertThat(http().get("/api/spinning/thread").statusCode()).isEqualTo(200);
        } finally {
            after.unregister();
            extension.unregister();
        }
    }
}
