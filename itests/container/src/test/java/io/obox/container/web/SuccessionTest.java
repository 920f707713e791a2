package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.lifecycle.Drain;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** A resource is replaced under looping clients, and none of them notices. */
public class SuccessionTest extends WebTest {
    private static final int MANY = 1_000_000;
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Inject
    private Drain drain;

    private Bundle serving;

    @Before
    public void serve() throws Exception {
        serving = install(new Release("1.0.0", 0));
        await().atMost(GRACE).until(() -> http().get("/api/version").body().equals("1.0.0"));
    }

    @After
    public void uninstall() throws BundleException {
        serving.uninstall();
    }

    @Test
    public void noRequestFailsWhileVersionsSucceedEachOther() throws Exception {
        try (Clients quick = new Clients(http(), 4, "/api/version");
                Clients slow = new Clients(http(), 2, "/api/version/slow")) {
            await().atMost(GRACE).until(() -> quick.sawLast("1.0.0"));
            for (int i = 1; i <= 3; i++) {
                succeed(new Release("1.0." + i, i), quick);
            }
            quick.close();
            slow.close();

            assertThat(quick.failed()).isEmpty();
            assertThat(slow.failed()).isEmpty();
            assertThat(quick.bodies()).containsExactlyInAnyOrder("1.0.0", "1.0.1", "1.0.2", "1.0.3");
        }
    }

    @Test
    public void requestsInTheOldVersionDoNotHoldBackTheNewOne() throws Exception {
        Semaphore gate = new Semaphore(0);
        System.getProperties().put(VersionResource.GATE, gate);
        try (Clients held = new Clients(http(), 4, "/api/version/held");
                AutoCloseable opening = () -> gate.release(MANY)) {
            assertThat(opening).isNotNull();
            await().atMost(GRACE).until(() -> gate.getQueueLength() == 4);

            Bundle next = install(new Release("1.0.1", 1));
            List<Boolean> drained = new java.util.concurrent.CopyOnWriteArrayList<>();
            Thread draining = Thread.ofVirtual().start(() -> drained.add(drained(serving)));
            await().atMost(GRACE).until(() -> http().get("/api/version").body().equals("1.0.1"));
            assertThat(drained).as("requests are still inside of the old one").isEmpty();
            gate.release(MANY);
            draining.join();
            assertThat(drained).containsExactly(true);
            serving.uninstall();
            serving = next;
            held.close();

            assertThat(held.failed()).isEmpty();
        } finally {
            System.getProperties().remove(VersionResource.GATE);
        }
    }

    @Test
    public void requestsWaitWhileTheirResourceIsAwayForAMoment() throws Exception {
        try (Clients clients = new Clients(http(), 4, "/api/version")) {
            await().atMost(GRACE).until(() -> clients.answers().size() > 20);

            serving.update(new Release("1.1.0", 0).jar());

            await().atMost(GRACE).until(() -> clients.sawLast("1.1.0"));
            clients.close();
            assertThat(clients.failed()).isEmpty();
        }
    }

    @Test
    public void noRequestFailsWhereAVersionIsTakenBack() throws Exception {
        try (Clients quick = new Clients(http(), 4, "/api/version");
                Clients slow = new Clients(http(), 2, "/api/version/slow")) {
            Bundle next = install(new Release("1.0.1", 1));
            await().atMost(GRACE)
                    .until(() -> quick.sawLast("1.0.1") && slow.bodies().contains("1.0.1"));

            next.uninstall();

            await().atMost(GRACE).until(() -> quick.sawLast("1.0.0"));
            quick.close();
            slow.close();
            assertThat(quick.failed()).isEmpty();
            assertThat(slow.failed()).isEmpty();
        }
    }

    @Test
    public void whatIsAwayForGoodIsNotThere() throws Exception {

        serving.stop();

        await().atMost(GRACE).until(() -> http().get("/api/version").statusCode() == 404);
    }

    @Test
    public void drainingABundleThatServesWithoutASuccessorFails() throws Exception {

        assertThat(drain.drain(serving, Duration.ofMillis(100))).isFalse();
    }

    @Test
    public void drainingABundleThatNobodySucceedsWaitsForNoSuccessor() throws Exception {
        long began = System.nanoTime();

        drain.drain(serving, GRACE);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(GRACE.dividedBy(2));
    }

    private void succeed(Release release, Clients clients) throws Exception {
        Bundle before = serving;
        serving = install(release);
        await().atMost(GRACE).until(() -> clients.sawLast(release.version()));
        assertThat(drained(before)).isTrue();
        before.uninstall();
    }

    private boolean drained(Bundle bundle) {
        try {
            return drain.drain(bundle, GRACE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Bundle install(Release release) throws IOException, BundleException {
        Bundle bundle =
                context.installBundle("test:version-" + release.version() + "-" + System.nanoTime(), release.jar());
        bundle.start();
        return bundle;
    }
}
