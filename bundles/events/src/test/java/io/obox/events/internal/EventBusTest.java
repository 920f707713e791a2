package io.obox.events.internal;

import static io.obox.events.internal.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventBusTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Topic<Object> VMS = Topic.of("vm");
    private static final Wish LAST = new Wish(true, Set.of());
    private static final Wish ANY = new Wish(false, Set.of());

    private final List<Change<?>> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private EventBus bus = new EventBus("here", LONG);

    @AfterEach
    void end() {
        release.countDown();
        bus.deactivate();
    }

    private void listen(EventListener listener, Wish wish) {
        bus.listen(listener, listener, () -> listener, wish);
    }

    /** A listener that publishes needs the bus, and would otherwise be asked for while the bus is being made. */
    @Test
    void aListenerIsAskedForOnlyWhenThereIsSomethingToTell() {
        List<Thread> asking = new CopyOnWriteArrayList<>();
        EventListener listener = hearing();
        bus.listen(
                "bundle",
                "late",
                () -> {
                    asking.add(Thread.currentThread());
                    return listener;
                },
                ANY);
        assertThat(asking).isEmpty();

        bus.publish(change(1));
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), change(2)));
        assertThat(asking).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void aBundleWhoseListenersNeverReturnKeepsNoOtherFromBeingTold() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(16);
        for (int i = 0; i < 80; i++) {
            bus.listen(
                    "greedy",
                    i,
                    () -> event -> {
                        taken.countDown();
                        hold(release);
                    },
                    ANY);
        }
        bus.publish(change(1));
        assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();

        bus.listen("other", "other", this::hearing, ANY);
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(2)));
    }

    @Test
    void listenersForWhomThereWasNoThreadAreToldOnceThereIsOne() {
        bus.deactivate();
        bus = new EventBus("here", Duration.ofSeconds(20));
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            int number = i;
            bus.listen(
                    "greedy",
                    number,
                    () -> event -> {
                        hold(release);
                        told.add(number);
                    },
                    ANY);
        }
        bus.publish(change(1));
        bus.listen("other", "other", this::hearing, ANY);
        bus.publish(change(2));
        await().until(() -> heard.contains(change(2)));

        release.countDown();

        await().until(() -> told.size() == 20);
    }

    @Test
    void tellsEveryListenerInOrder() {
        listen(hearing(), ANY);
        List<Change<?>> changes = List.of(change(1), change(2), change(3));

        changes.forEach(bus::publish);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(changes));
    }

    @Test
    void aListenerIsToldOfNoOtherTopicsThanItNames() {
        List<Change<?>> others = new CopyOnWriteArrayList<>();
        listen(event -> others.add(event.change()), new Wish(false, Set.of("job", "user")));
        listen(event -> others.add(event.change()), new Wish(true, Set.of("job", "user")));
        listen(hearing(), LAST);
        Change<?> job = Change.changed(Topic.of("job"), new UUID(0, 3), Audience.everyone());

        bus.publish(change(1));
        bus.publish(job);

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), job));
        await().untilAsserted(() -> assertThat(others).containsExactly(job, job));
    }

    @Test
    void everyEventHasAnIdOfItsOwnThatSortsByTime() {
        List<UUID> ids = new CopyOnWriteArrayList<>();
        listen(event -> ids.add(event.id()), ANY);

        bus.publish(change(1));
        bus.publish(change(1));

        await().untilAsserted(() -> assertThat(ids).hasSize(2).doesNotHaveDuplicates());
        assertThat(ids).allMatch(id -> id.version() == 7);
        assertThat(ids.getFirst().toString()).isLessThan(ids.getLast().toString());
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheOthers() {
        listen(
                event -> {
                    throw new IllegalStateException("broken");
                },
                ANY);
        listen(hearing(), ANY);

        bus.publish(change(1));
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).hasSize(2));
    }

    @Test
    void anErrorEndsNeitherTheBusNorItsListener() {
        listen(
                event -> {
                    heard.add(event.change());
                    throw new LinkageError("broken");
                },
                ANY);

        bus.publish(change(1));
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), change(2)));
    }

    @Test
    void aListenerThatHangsHoldsNobodyUp() {
        listen(event -> hold(release), ANY);
        listen(hearing(), ANY);

        bus.publish(change(1));
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), change(2)));
    }

    @Test
    void listenersThatSpinHoldNobodyUp() {
        AtomicBoolean spinning = new AtomicBoolean(true);
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            listen(event -> spin(spinning), ANY);
        }
        listen(hearing(), ANY);
        listen(hearing(), LAST);

        bus.publish(change(1));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), change(1)));
        spinning.set(false);
    }

    @Test
    void aListenerThatHangsIsInterruptedAndHearsThatItMissedSomething() {
        bus.deactivate();
        bus = new EventBus("here", Duration.ofMillis(50));
        AtomicBoolean hanging = new AtomicBoolean(true);
        AtomicBoolean lost = new AtomicBoolean();
        listen(
                new EventListener() {
                    @Override
                    public void onEvent(Event event) {
                        if (hanging.getAndSet(false)) {
                            hold(new CountDownLatch(1));
                        }
                        heard.add(event.change());
                    }

                    @Override
                    public void onLoss() {
                        lost.set(true);
                    }
                },
                ANY);

        bus.publish(change(1));
        await().untilTrue(lost);
        bus.publish(change(2));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1), change(2)));
    }

    @Test
    void theLastListenerIsToldWhenTheOthersHaveDealtWithTheEvent() {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        listen(event -> order.add("last"), LAST);
        listen(
                event -> {
                    hold(begun);
                    order.add("first");
                },
                ANY);

        bus.publish(change(1));
        begun.countDown();

        await().untilAsserted(() -> assertThat(order).containsExactly("first", "last"));
    }

    @Test
    void aListenerThatIsGoneIsToldNothing() {
        EventListener gone = event -> heard.add(change(99));
        listen(gone, ANY);
        listen(hearing(), ANY);

        bus.silence(gone);
        bus.publish(change(1));

        await().untilAsserted(() -> assertThat(heard).containsExactly(change(1)));
    }

    @Test
    void aBusThatHasEndedTellsNobodyOfWhatIsLeft() throws Exception {
        CompletableFuture<Thread> telling = new CompletableFuture<>();
        List<Change<?>> told = new CopyOnWriteArrayList<>();
        listen(
                event -> {
                    told.add(event.change());
                    telling.complete(Thread.currentThread());
                    hold(release);
                },
                ANY);
        listen(hearing(), ANY);
        bus.publish(change(1));
        bus.publish(change(2));
        await().until(() -> heard.contains(change(2)));

        bus.deactivate();
        release.countDown();

        telling.get().join();
        assertThat(told).containsExactly(change(1));
    }

    @Test
    void whoMissesWhatIsLeftOfABusThatEndsHearsOfIt() throws Exception {
        bus.deactivate();
        bus = new EventBus("here", LONG, LONG);
        CompletableFuture<Thread> telling = new CompletableFuture<>();
        AtomicInteger losses = new AtomicInteger();
        listen(
                new EventListener() {
                    @Override
                    public void onEvent(Event event) {
                        heard.add(event.change());
                        telling.complete(Thread.currentThread());
                        hold(release);
                    }

                    @Override
                    public void onLoss() {
                        losses.incrementAndGet();
                    }
                },
                ANY);
        listen(hearing(), ANY);
        bus.publish(change(1));
        bus.publish(change(2));
        await().until(() -> heard.contains(change(2)));

        Thread ending = Thread.startVirtualThread(bus::deactivate);
        await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);
        release.countDown();
        ending.join();

        telling.get().join();
        assertThat(losses).hasValue(1);
    }

    @Test
    void publishingNeverWaitsAndWhoeverLosesSomethingHearsOfIt() {
        AtomicBoolean lost = new AtomicBoolean();
        listen(
                new EventListener() {
                    @Override
                    public void onEvent(Event event) {
                        heard.add(event.change());
                        hold(release);
                    }

                    @Override
                    public void onLoss() {
                        lost.set(true);
                    }
                },
                ANY);

        for (int i = 0; i < 25_000; i++) {
            bus.publish(change(i));
        }
        release.countDown();

        await().untilTrue(lost);
        await().until(() -> {
            bus.publish(change(-1));
            return heard.contains(change(-1));
        });
        assertThat(heard.indexOf(change(-1))).isLessThan(25_000);
    }

    private EventListener hearing() {
        return event -> heard.add(event.change());
    }

    private static void spin(AtomicBoolean on) {
        while (on.get()) {
            Thread.onSpinWait();
        }
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Change<?> change(int number) {
        return Change.changed(VMS, new UUID(0, number), Audience.everyone());
    }
}
