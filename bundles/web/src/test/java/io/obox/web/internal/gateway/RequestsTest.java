package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestsTest {
    private final Requests requests = new Requests();

    @Test
    void waitsOnlyForRequestsThatBeganBefore() {
        Requests.Running early = requests.begin();
        var ended = requests.ended();
        Requests.Running late = requests.begin();

        assertThat(ended).isNotDone();
        early.close();
        assertThat(ended).isDone();
        late.close();
    }

    @Test
    void asksTwiceAndWaitsBothTimesForTheSameRequest() {
        Requests.Running running = requests.begin();
        var first = requests.ended();
        var second = requests.ended();

        assertThat(second).isNotDone();
        running.close();
        assertThat(first).isDone();
        assertThat(second).isDone();
    }
}
