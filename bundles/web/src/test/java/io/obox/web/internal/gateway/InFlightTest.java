package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class InFlightTest {
    private final InFlight inFlight = new InFlight();

    @Test
    void aClosedOneLetsNobodyIn() {
        inFlight.close();

        assertThat(inFlight.enter()).isFalse();
    }

    @Test
    void closingAnEmptyOneIsDoneAtOnce() {
        assertThat(inFlight.close()).isDone();
    }

    @Test
    void closingIsDoneWhenTheLastOneHasLeft() {
        inFlight.enter();
        inFlight.enter();
        CompletableFuture<Void> closed = inFlight.close();

        inFlight.leave();
        assertThat(closed).isNotDone();
        inFlight.leave();
        assertThat(closed).isDone();
    }

    @Test
    void whoHasLeftBeforeIsNotWaitedFor() {
        inFlight.enter();
        inFlight.leave();

        assertThat(inFlight.close()).isDone();
    }
}
