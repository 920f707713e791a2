package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ForeignCallsTest {
    private static final long SPINNING = 1;
    private static final long OTHER = 2;
    private static final int MORE_THAN_THREADS = 12;

    private final ForeignCalls calls = new ForeignCalls(Duration.ofMillis(300));
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void stop() {
        enough.set(true);
        calls.deactivate();
    }

    @Test
    void whatIsReturnedAndThrownComesBackAsItIs() throws Throwable {
        assertThat(calls.call(OTHER, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> calls.call(OTHER, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> calls.call(OTHER, () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void itRunsOnNoThreadThatServesHttp() throws Throwable {
        assertThat(calls.call(OTHER, () -> Thread.currentThread().isVirtual())).isEqualTo(false);
    }

    @Test
    void whoeverWaitsForCodeThatNeverEndsIsToldSo() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> calls.call(SPINNING, this::spin));

        assertThat(thrown.problem().status()).isEqualTo(503);
    }

    @Test
    void codeThatNeverEndsHarmsItsOwnBundleOnly() throws Throwable {
        CountDownLatch ended = new CountDownLatch(MORE_THAN_THREADS);
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            Thread.ofVirtual().start(() -> {
                assertThatThrownBy(() -> calls.call(SPINNING, this::spin)).isInstanceOf(ProblemException.class);
                ended.countDown();
            });
        }

        ended.await();
        assertThatThrownBy(() -> calls.call(SPINNING, () -> "late")).isInstanceOf(ProblemException.class);
        assertThat(calls.call(OTHER, () -> "done")).isEqualTo("done");
    }

    /** Hears of no interruption. */
    private Object spin() {
        while (!enough.get()) {
            Thread.onSpinWait();
        }
        return "never";
    }
}
