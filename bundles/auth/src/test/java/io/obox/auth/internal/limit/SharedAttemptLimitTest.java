package io.obox.auth.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class SharedAttemptLimitTest extends AttemptLimitTest {
    private static TestRedis redis;
    private static RedissonClient client;

    @BeforeAll
    static void start() {
        redis = new TestRedis();
        client = redis.client();
    }

    @AfterAll
    static void stop() throws Exception {
        client.shutdown();
        redis.close();
    }

    private Attempts node(RedissonClient shared) {
        Attempts node = new Attempts(clock);
        node.setRedis(shared);
        return node;
    }

    @Override
    AttemptLimit limit() {
        return node(client).limit(name, 3, Duration.ofSeconds(30));
    }

    @Test
    void anotherNodeCountsOn() {
        AttemptLimit elsewhere = limit();
        assertThat(elsewhere.tryBegin("mallory")).isFalse();
        clock.pass(Duration.ofSeconds(30));
        assertThat(elsewhere.tryBegin("mallory")).isTrue();
        assertThat(limit().tryBegin("mallory")).isFalse();
    }

    @Test
    void ofManyAtTheSameMomentOnBothNodesOnlyTheAllowedOnesPass() throws Exception {
        RedissonClient second = redis.client();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            AttemptLimit other = node(second).limit(name, 3, Duration.ofSeconds(30));
            AttemptLimit here = limit();
            Callable<Boolean> try1 = () -> here.tryBegin("eve");
            Callable<Boolean> try2 = () -> other.tryBegin("eve");
            List<Callable<Boolean>> tries = new ArrayList<>(Collections.nCopies(10, try1));
            tries.addAll(Collections.nCopies(10, try2));
            int passed = 0;
            for (Future<Boolean> tried : threads.invokeAll(tries)) {
                passed += tried.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(3);
        } finally {
            second.shutdown();
        }
    }

    @Test
    void nothingOfTheKeyIsKeptAndItIsGoneAfterAWhile() {
        assertThat(client.getKeys().getKeysStream())
                .filteredOn(key -> key.contains(name))
                .hasSize(1)
                .allSatisfy(key -> {
                    assertThat(key).startsWith("obox:limit:").doesNotContain("mallory");
                    assertThat(client.getBucket(key).remainTimeToLive()).isBetween(60_000L, 110_000L);
                });
    }

    @Test
    void whereRedisIsAwayTheNodeCountsByItself() throws Exception {
        try (TestRedis other = new TestRedis()) {
            RedissonClient leaving = other.client();
            AttemptLimit limit = node(leaving).limit(name, 3, Duration.ofSeconds(30));
            assertThat(limit.tryBegin("mallory")).isTrue();
            other.close();
            long start = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                assertThat(limit.tryBegin("mallory")).isTrue();
            }
            assertThat(limit.tryBegin("mallory")).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            leaving.shutdown();
        }
    }
}
