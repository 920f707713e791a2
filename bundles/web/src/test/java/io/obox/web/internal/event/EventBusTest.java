package io.obox.web.internal.event;

import static io.obox.web.internal.event.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Event;
import io.obox.user.Caller;
import io.obox.user.Role;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventBusTest {
    private final EventStreams streams = new EventStreams();
    private final EventBus bus = new EventBus("here", streams);
    private static final Caller ANN = new Caller(new UUID(1, 1), "ann@example.org", Role.USER, null, false);
    private static final UUID SOMEBODY = new UUID(1, 2);
    private static final Event LAST = Event.changed("vm", new UUID(1, 0), SOMEBODY);

    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        bus.deactivate();
    }

    @Test
    void tellsEveryListenerInOrder() {
        bus.bindListener(heard::add);
        List<Event> events = List.of(event(1), event(2), event(3));

        events.forEach(bus::publish);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(events));
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheOthers() {
        bus.bindListener(event -> {
            throw new IllegalStateException("broken");
        });
        bus.bindListener(heard::add);

        bus.publish(event(1));
        bus.publish(event(2));

        await().untilAsserted(() -> assertThat(heard).hasSize(2));
    }

    @Test
    void publishingNeverWaitsAndStreamsBreakOffWhenSomethingIsLost() {
        CountDownLatch release = new CountDownLatch(1);
        bus.bindListener(event -> {
            heard.add(event);
            hold(release);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // it is told nothing, so that it is not for being slow that it is left behind
        Thread reader = Thread.ofVirtual().start(streams.open(ANN, out, () -> ANN, null)::run);

        for (int i = 0; i < 10_500; i++) {
            bus.publish(event(i));
        }
        release.countDown();

        await().untilAsserted(() -> assertThat(reader.isAlive()).isFalse());
        await().until(() -> {
            bus.publish(LAST);
            return heard.contains(LAST);
        });
        assertThat(heard.indexOf(LAST)).isLessThan(10_500);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Event event(int number) {
        return Event.changed("vm", new UUID(0, number), SOMEBODY);
    }
}
