package io.obox.web.internal.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class ForeignCallsTest {
    private static final long SPINNING = 1;
    private static final long OTHER = 2;
    private static final int THREADS = 8;
    private static final int MORE_THAN_THREADS = 12;
    private static final int MORE_THAN_FIT = 100;

    private final ForeignCalls calls = new ForeignCalls(Duration.ofMillis(300));
    private final AtomicInteger afterwards = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @AfterEach
    void stop() {
        enough.set(true);
        calls.deactivate();
    }

    @Test
    void whatIsReturnedAndThrownComesBackAsItIs() throws Throwable {
        assertThat(call(OTHER, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> call(OTHER, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> call(OTHER, () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void itRunsOnNoThreadThatServesHttp() throws Throwable {
        assertThat(call(OTHER, () -> Thread.currentThread().isVirtual())).isEqualTo(false);
    }

    @Test
    void itFindsThereWhatIsOnTheThreadThatAsks() throws Throwable {
        ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
        Thread.currentThread().setContextClassLoader(loader);
        MDC.put("request", "1");
        try {
            assertThat(call(OTHER, () -> Thread.currentThread().getContextClassLoader()))
                    .isEqualTo(loader);
            assertThat(call(OTHER, () -> MDC.get("request"))).isEqualTo("1");
        } finally {
            MDC.clear();
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    @Test
    void whoeverWaitsForCodeThatNeverEndsIsToldSo() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> call(SPINNING, this::spin));

        assertThat(thrown.problem().status()).isEqualTo(503);
    }

    @Test
    void codeThatNeverEndsHarmsItsOwnBundleOnly() throws Throwable {
        CountDownLatch ended = new CountDownLatch(MORE_THAN_THREADS);
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            Thread.ofVirtual().start(() -> {
                assertThatThrownBy(() -> call(SPINNING, this::spin)).isInstanceOf(ProblemException.class);
                ended.countDown();
            });
        }

        ended.await();
        assertThatThrownBy(() -> call(SPINNING, () -> "late")).isInstanceOf(ProblemException.class);
        assertThat(call(OTHER, () -> "done")).isEqualTo("done");
    }

    @Test
    void whatIsDoneAfterwardsIsDoneOnceWhetherTheCodeRunsOrNot() throws Throwable {
        call(OTHER, () -> "done");
        assertThat(afterwards).hasValue(1);
        List<Thread> asking = IntStream.range(0, MORE_THAN_THREADS + MORE_THAN_FIT)
                .mapToObj(i -> Thread.ofVirtual()
                        .start(() -> assertThatThrownBy(() -> call(SPINNING, this::spin))
                                .isInstanceOf(ProblemException.class)))
                .toList();
        for (Thread each : asking) {
            each.join();
        }
        assertThat(afterwards).as("of those that were refused or waited").hasValue(1 + asking.size() - THREADS);
        enough.set(true);
        await().untilAsserted(() -> assertThat(afterwards).hasValue(1 + asking.size()));
    }

    private Object call(long bundle, Callable<Object> code) throws Throwable {
        return calls.call(bundle, code, afterwards::incrementAndGet);
    }

    /** Hears of no interruption. */
    private Object spin() {
        while (!enough.get()) {
            Thread.onSpinWait();
        }
        return "never";
    }
}
