package io.obox.auth.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(1);

    @Test
    void whereThereIsNoAccountNoPasswordMatches() {
        assertThat(hasher.matches("anything at all".toCharArray(), null)).isFalse();
    }

    @Test
    void whereThereIsNoAccountTheWorkIsDoneAllTheSame() {
        String hash = hasher.hash("correct horse".toCharArray());
        long known = work(() -> hasher.matches("wrong".toCharArray(), hash));
        long unknown = work(() -> hasher.matches("wrong".toCharArray(), null));
        assertThat(unknown).isGreaterThan(known / 5);
    }

    @Test
    void aPasswordIsHashedAgainAfterOneThatCouldNotBe() {
        AtomicBoolean matched = new AtomicBoolean();
        try {
            hasher.matches("x".toCharArray(), "not a hash");
        } catch (IllegalStateException e) {
            matched.set(hasher.matches("x".toCharArray(), hasher.hash("x".toCharArray())));
        }
        assertThat(matched).isTrue();
    }

    /** Nanoseconds that the processor works for it, however long that takes. */
    private static long work(Runnable work) {
        work.run();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
