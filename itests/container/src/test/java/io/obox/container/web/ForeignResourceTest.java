package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

/** A resource of another bundle does no harm to the rest. */
public class ForeignResourceTest extends WebTest {
    private final SpinningResource resource = new SpinningResource();
    private ServiceRegistration<SpinningResource> registration;

    @Before
    public void publishIt() {
        registration = publish(SpinningResource.class, resource, "test.spinning", "/api/spinning/thread");
    }

    @After
    public void withdrawIt() {
        resource.enough = true;
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
        int cores = Runtime.getRuntime().availableProcessors();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < cores + 2; i++) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> http().get("/api/spinning"),
                    task -> Thread.ofPlatform().daemon().start(task)));
        }
        assertThat(resource.spinning.tryAcquire(Math.min(8, cores + 2), 60, TimeUnit.SECONDS))
                .isTrue();

        for (String path : List.of("/healthz", "/api/openapi.json")) {
            HttpResponse<String> other = http().send(http().request(path).timeout(Duration.ofSeconds(20)));
            assertThat(other.statusCode()).as(path).isEqualTo(200);
        }

        resource.enough = true;
        for (CompletableFuture<HttpResponse<String>> answer : asked) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isIn(200, 503);
        }
    }
}
