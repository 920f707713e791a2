package io.obox.auth.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger loads = new AtomicInteger();
    private final ExpiringCache<String, Integer> cache = new ExpiringCache<>(clock, Duration.ofSeconds(2), 10);

    private Optional<Integer> load(String key) {
        return Optional.of(loads.incrementAndGet());
    }

    @Test
    void aValueIsLoadedOnceWhileItIsRemembered() {
        cache.get("a", this::load);
        clock.pass(Duration.ofMillis(1999));
        assertThat(cache.get("a", this::load)).contains(1);
        clock.pass(Duration.ofMillis(1));
        assertThat(cache.get("a", this::load)).contains(2);
    }

    @Test
    void thatThereIsNoValueIsNotRemembered() {
        assertThat(cache.get("a", key -> Optional.empty())).isEmpty();
        assertThat(cache.get("a", this::load)).contains(1);
    }

    @Test
    void whatIsForgottenIsLoadedAgain() {
        cache.get("a", this::load);
        cache.get("b", this::load);
        cache.forget("a");
        cache.forgetIf(value -> value == 2);
        assertThat(cache.get("a", this::load)).contains(3);
        assertThat(cache.get("b", this::load)).contains(4);
    }

    @Test
    void aValueThatIsForgottenWhileItIsLoadedIsNotRemembered() {
        cache.get("a", key -> {
            cache.forget("a");
            return Optional.of(0);
        });
        assertThat(cache.get("a", this::load)).contains(1);
    }

    @Test
    void onlyWhatIsMissingIsLoadedOfMany() {
        cache.get("a", this::load);
        Map<String, Integer> found = cache.getAll(List.of("a", "b", "c"), missing -> {
            assertThat(missing).containsExactlyInAnyOrder("b", "c");
            return Map.of("b", 20);
        });
        assertThat(found).containsOnly(Map.entry("a", 1), Map.entry("b", 20));
    }

    @Test
    void itNeverRemembersMoreThanItHasRoomFor() {
        for (int i = 0; i < 25; i++) {
            cache.get("key" + i, this::load);
        }
        Map<String, Integer> remembered = cache.getAll(
                IntStream.range(0, 25).mapToObj(i -> "key" + i).collect(Collectors.toList()), missing -> Map.of());
        assertThat(remembered).hasSizeLessThanOrEqualTo(10).containsKey("key24");
    }
}
