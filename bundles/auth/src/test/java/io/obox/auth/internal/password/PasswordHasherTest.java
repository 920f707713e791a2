package io.obox.auth.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

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
        long known = nanos(() -> hasher.matches("wrong".toCharArray(), hash));
        long unknown = nanos(() -> hasher.matches("wrong".toCharArray(), null));
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

    private static long nanos(Runnable work) {
        work.run();
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
