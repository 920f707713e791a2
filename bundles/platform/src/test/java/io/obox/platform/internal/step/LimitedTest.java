package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class LimitedTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void givesWhatTheWorkGives() throws Exception {
        assertThat(Limited.run("test", Duration.ofSeconds(10), () -> "done")).isEqualTo("done");
    }

    /** Threads that the work starts would keep this version of the bundle, and so each one that ever replaced another. */
    @Test
    void whatTheWorkStartsRemembersNothingOfWhoReplaces() throws Exception {
        ClassLoader ours = new ClassLoader(getClass().getClassLoader()) {};
        Thread.currentThread().setContextClassLoader(ours);
        try {
            ClassLoader theirs = Limited.run(
                    "test",
                    Duration.ofSeconds(10),
                    () -> Thread.ofVirtual().unstarted(() -> {}).getContextClassLoader());

            assertThat(theirs).isNotNull().isNotSameAs(ours);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    @Test
    void aFaultOfTheWorkIsTheCallers() {
        assertThatThrownBy(() -> Limited.run("test", Duration.ofSeconds(10), () -> {
                    throw new IOException("no disk");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no disk");
    }

    @Test
    void anErrorOfTheWorkIsARefusal() {
        assertThatThrownBy(() -> Limited.run("test", Duration.ofSeconds(10), () -> {
                    throw new NoClassDefFoundError("a/Class");
                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a/Class");
    }

    @Test
    void whatHangsIsInterruptedAndLeft() {
        AtomicBoolean interrupted = new AtomicBoolean();

        assertThatThrownBy(() -> Limited.run("test", SHORT, () -> hang(interrupted)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It took more than");

        await().untilTrue(interrupted);
    }

    @Test
    void whoIsInterruptedInterruptsTheWork() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                Limited.run("test", Duration.ofMinutes(1), () -> {
                    begun.countDown();
                    return hang(interrupted);
                });
            } catch (Exception e) {
                assertThat(e).isInstanceOf(InterruptedException.class);
            }
        });
        begun.await();

        caller.interrupt();

        await().untilTrue(interrupted);
        caller.join();
    }

    private static boolean hang(AtomicBoolean interrupted) throws InterruptedException {
        try {
            Thread.sleep(Duration.ofMinutes(5));
            return true;
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        }
    }
}
