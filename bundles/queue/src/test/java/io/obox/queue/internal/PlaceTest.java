package io.obox.queue.internal;

import static io.obox.queue.internal.kit.Cluster.able;
import static io.obox.queue.internal.kit.Cluster.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.job.Job;
import io.obox.job.JobFilter;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Place;
import io.obox.job.WaitReason;
import io.obox.message.Message;
import io.obox.page.PageRequest;
import io.obox.queue.internal.kit.Callers;
import io.obox.queue.internal.kit.Cluster;
import io.obox.queue.internal.kit.Node;
import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.ledger.Capability;
import io.obox.queue.internal.ledger.Claims;
import io.obox.queue.internal.ledger.Recovery;
import io.obox.queue.internal.ledger.Worker;
import io.obox.queue.internal.place.BundlePlaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    private static final Place NORTH = Place.of("host:n", "host north");
    private static final Place SOUTH = Place.of("host:s", "host south");

    private static Cluster cluster(boolean redis) {
        return redis ? Cluster.withRedis() : Cluster.withoutRedis();
    }

    private static TestHandler handler() {
        return new TestHandler("test", (args, context) -> {});
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobRunsWhereItsPlaceIsReachedAndNowhereElse(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node north = cluster.node("north", 4);
            Node south = cluster.node("south", 4);
            north.places.reach(List.of(NORTH));
            south.places.reach(List.of(SOUTH));
            for (Node node : List.of(north, south)) {
                node.handle(handler());
            }
            for (int i = 0; i < 60; i++) {
                north.jobs.submit(request("test", "n").withPlace(NORTH));
                south.jobs.submit(request("test", "s").withPlace(SOUTH));
            }
            await().until(() -> cluster.number("SELECT count(*) FROM job WHERE state = 'COMPLETED'") == 120);
            assertThat(cluster.number("SELECT count(*) FROM job WHERE left(node, 1) <> subject_name"))
                    .isZero();
            assertThat(cluster.number("SELECT count(*) FROM job WHERE fence <> 1"))
                    .as("claims that came to nothing")
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobWhosePlaceNobodyReachesWaitsVisiblyAndStartsAsSoonAsSomebodyDoes(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node node = cluster.node("one", 2);
            node.handle(handler());
            Job job = node.jobs.submit(request("test", "it").withPlace(NORTH));
            Job free = node.jobs.submit(request("test", "free"));
            cluster.awaitState(free.id(), JobState.COMPLETED);
            WaitReason reason = WaitReason.placeUnreached("host north");
            await().untilAsserted(
                            () -> assertThat(cluster.job(job.id()).waitReason()).isEqualTo(reason));
            assertThat(node.jobs
                            .list(Callers.ADMIN, JobFilter.ANY, PageRequest.first())
                            .items())
                    .extracting(Job::waitReason)
                    .containsExactly(null, reason);
            assertThat(node.jobs.unfinished(List.of(job.subject().id())).values())
                    .extracting(Job::waitReason)
                    .containsExactly(reason);
            assertThat(cluster.job(job.id()).attempt()).isZero();

            node.places.reach(List.of(NORTH, SOUTH));
            Job done = cluster.awaitState(job.id(), JobState.COMPLETED);
            assertThat(done.attempt()).isEqualTo(1);
            assertThat(done.waitReason()).isNull();
        }
    }

    @Test
    void whatIsWaitedForIsToldByCodeAndArgumentsAsItWasSaid() {
        Message north = new Message("host.place", Map.of("name", "north"), "host north");
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 2);
            node.handle(handler());
            Job job = node.jobs.submit(request("test", "it").toBuilder()
                    .places(List.of(SOUTH, Place.of("host:n", north)))
                    .build());

            await().untilAsserted(() -> assertThat(cluster.job(job.id()).waitReason())
                    .isEqualTo(WaitReason.placesUnreached(List.of(north, Message.plain("host south")))));
            assertThat(Objects.requireNonNull(cluster.job(job.id()).waitReason())
                            .text())
                    .isEqualTo("waiting for host north, host south");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralPlacesANodeMustReachAll(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node north = cluster.node("north", 2);
            Node south = cluster.node("south", 2);
            north.places.reach(List.of(NORTH));
            south.places.reach(List.of(SOUTH));
            for (Node node : List.of(north, south)) {
                node.handle(handler());
            }
            Job job = north.jobs.submit(request("test", "it").toBuilder()
                    .places(List.of(SOUTH, NORTH))
                    .build());
            await().untilAsserted(() -> assertThat(cluster.job(job.id()).waitReason())
                    .isEqualTo(WaitReason.placesUnreached(
                            List.of(Message.plain("host north"), Message.plain("host south")))));
            south.places.reach(List.of(NORTH, SOUTH));
            assertThat(cluster.awaitState(job.id(), JobState.COMPLETED).node()).isEqualTo("south");
        }
    }

    @Test
    void aKindThatNoNodeHandlesIsToldAsTheReason() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            node.handle(new TestHandler("other", (args, context) -> {}));
            Job job = node.jobs.submit(request("test", "it"));
            await().untilAsserted(() ->
                    assertThat(cluster.job(job.id()).waitReason()).isEqualTo(WaitReason.kindUnhandled("test")));
            node.handle(handler());
            cluster.awaitState(job.id(), JobState.COMPLETED);
        }
    }

    @Test
    void aJobThatOnlyHasToTakeItsTurnHasNoReason() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            CountDownLatch end = new CountDownLatch(1);
            node.places.reach(List.of(NORTH));
            node.handle(new TestHandler("test", (args, context) -> end.await()));
            Job first = node.jobs.submit(request("test", "first"));
            cluster.awaitState(first.id(), JobState.RUNNING);
            Job second = node.jobs.submit(request("test", "second").withPlace(NORTH));
            await().untilAsserted(() ->
                    assertThat(cluster.job(second.id()).waitReason()).isNull());
            end.countDown();
            cluster.awaitState(second.id(), JobState.COMPLETED);
        }
    }

    @Test
    void whatWorkersCanDoIsNotReadAnewForEachReaderOfAJobThatWaits() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 0);
            Job job = node.jobs.submit(request("test", "it"));
            AtomicInteger reads = new AtomicInteger();
            node.transactions.afterEach(Thread.currentThread().getName(), reads::incrementAndGet);
            for (int i = 0; i < 100; i++) {
                node.jobs.get(Callers.ADMIN, job.id());
            }
            assertThat(reads.get())
                    .as("of the job, and now and then of the workers")
                    .isBetween(100, 150);
        }
    }

    @Test
    void whatABundleSaidIsVoidWhenItIsGoneAndAnothersWordStands() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            BundlePlaces old = new BundlePlaces(node.reach);
            BundlePlaces young = new BundlePlaces(node.reach);
            old.reach(List.of(NORTH, SOUTH));
            young.reach(List.of(NORTH));
            assertThat(node.reach.places()).containsExactlyInAnyOrder("host:n", "host:s");
            old.deactivate();
            assertThat(node.reach.places()).containsExactly("host:n");
            young.reach(List.of());
            assertThat(node.reach.places()).isEmpty();
        }
    }

    @Test
    void aJobThatWasTakenGoesBackUncountedWhenItsPlaceIsLostBeforeItBegins() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node node = cluster.node("one", 1);
            AtomicInteger runs = new AtomicInteger();
            node.transactions.afterEach("obox-queue-intake", () -> {
                if (claims(cluster) > 0) {
                    node.places.reach(List.of());
                }
            });
            node.handle(new TestHandler("test", (args, context) -> runs.incrementAndGet()));
            Job job = node.jobs.submit(request("test", "it").withPlace(NORTH));
            node.places.reach(List.of(NORTH));
            await().until(() -> claims(cluster) > 0);
            await().untilAsserted(() ->
                    assertThat(cluster.job(job.id()).waitReason()).isEqualTo(WaitReason.placeUnreached("host north")));
            assertThat(cluster.job(job.id()).attempt()).isZero();
            assertThat(runs).hasValue(0);
            assertThat(claims(cluster)).isEqualTo(1);
        }
    }

    private static long claims(Cluster cluster) {
        return cluster.number("SELECT coalesce(sum(fence), 0) FROM job");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ownersTakeTurnsAcrossPlaces(boolean redis) {
        try (Cluster cluster = cluster(redis)) {
            Node node = cluster.node("web", 0);
            for (int i = 0; i < 10; i++) {
                node.jobs.submit(request("test", "busy").withPlace(NORTH));
                node.jobs.submit(request("test", "busy").withPlace(SOUTH));
            }
            node.jobs.submit(request("test", "rare", UUID.randomUUID()).withPlace(SOUTH));
            Capability able = new Capability(Map.of("test", 3), Set.of("host:n", "host:s"));
            if (redis) {
                await().until(() -> cluster.waitingInRedis() == 21);
                List<UUID> taken = node.dispatch.take(able, 2);
                assertThat(taken)
                        .extracting(id -> cluster.job(id).subject().name())
                        .contains("rare");
                assertThat(node.dispatch.take(able("test"), 5)).isEmpty();
                assertThat(node.dispatch.take(new Capability(Map.of("test", 3), Set.of("host:x")), 5))
                        .isEmpty();
                assertThat(node.dispatch.take(able, 30)).hasSize(19);
            } else {
                Claims claims = new Claims(cluster.transactions);
                Worker worker = new Worker(UUID.randomUUID(), "w");
                assertThat(claims.claimInTurn(worker, Duration.ofMinutes(1), able("test"), 5))
                        .isEmpty();
                assertThat(claims.claimInTurn(worker, Duration.ofMinutes(1), able, 2))
                        .extracting(row -> row.job().subject().name())
                        .contains("rare");
                assertThat(claims.claimInTurn(worker, Duration.ofMinutes(1), able, 30))
                        .hasSize(19);
            }
        }
    }

    @Test
    void whatRedisNamesIsNotClaimedByANodeThatCannotDoIt() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            UUID id = web.jobs.submit(request("test", "it").withPlace(NORTH)).id();
            Claims claims = new Claims(cluster.transactions);
            Worker worker = new Worker(UUID.randomUUID(), "w");
            assertThat(claims.claim(worker, Duration.ofMinutes(1), able("test"), List.of(id)))
                    .isEmpty();
            Capability able = new Capability(Map.of("test", 3), Set.of("host:n"));
            assertThat(claims.claim(worker, Duration.ofMinutes(1), able, List.of(id)))
                    .hasSize(1);
        }
    }

    @Test
    void aJobThatThisNodeCannotDoIsNoSignOfTooFewWorkers() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            web.jobs.submit(request("test", "it").withPlace(NORTH));
            Recovery recovery = new Recovery(cluster.transactions);
            assertThat(recovery.oldestWaiting(able("test"))).isEmpty();
            assertThat(recovery.oldestWaiting(new Capability(Map.of("test", 3), Set.of("host:n"))))
                    .isPresent();
        }
    }

    @Test
    void whetherAJobCouldRunFollowsFromWhatTheNodesSayThatLive() {
        try (Cluster cluster = Cluster.withoutRedis()) {
            Node web = cluster.node("web", 0);
            Node worker = cluster.node("worker", 1);
            worker.handle(handler());
            worker.places.reach(List.of(NORTH));
            JobRequest both = request("test", "it").toBuilder()
                    .places(List.of(NORTH, SOUTH))
                    .build();
            await().until(() -> web.jobs.couldRun(request("test", "it").withPlace(NORTH)));
            assertThat(web.jobs.couldRun(both)).isFalse();
            assertThat(web.jobs.couldRun(request("other", "it").withPlace(NORTH)))
                    .isFalse();

            worker.places.reach(List.of(NORTH, SOUTH));
            await().until(() -> web.jobs.couldRun(both));
        }
    }

    @Test
    void theKeyOfAPlaceIsOneLine() {
        assertThatThrownBy(() -> Place.of("a\nb", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Place.of(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Place.of("a", "one\ntwo").label()).isEqualTo("one two");
    }
}
