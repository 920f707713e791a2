package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();

    @Test
    void aClosedOneLetsNobodyIn() {
        turnstile.close();

        assertThat(turnstile.enter()).isFalse();
    }

    @Test
    void closingAnEmptyOneIsDoneAtOnce() {
        assertThat(turnstile.close()).isDone();
    }

    @Test
    void closingIsDoneWhenTheLastOneHasLeft() {
        turnstile.enter();
        turnstile.enter();
        CompletableFuture<Void> closed = turnstile.close();

        turnstile.leave();
        assertThat(closed).isNotDone();
        turnstile.leave();
        assertThat(closed).isDone();
    }

    @Test
    void whoHasLeftBeforeIsNotWaitedFor() {
        turnstile.enter();
        turnstile.leave();

        assertThat(turnstile.close()).isDone();
    }
}
