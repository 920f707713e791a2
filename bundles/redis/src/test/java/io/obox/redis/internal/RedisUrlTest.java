package io.obox.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RedisUrlTest {
    @Test
    void everyPartIsFoundInAFullAddress() {
        assertThat(RedisUrl.parse("rediss://obox:a%3Ab@cache.example:7000/3"))
                .isEqualTo(new RedisUrl("rediss://cache.example:7000", "obox", "a:b", 3));
    }

    @Test
    void portUserPasswordAndDatabaseMayBeMissing() {
        assertThat(RedisUrl.parse("redis://localhost"))
                .isEqualTo(new RedisUrl("redis://localhost:6379", null, null, 0));
    }

    @Test
    void aPasswordNeedsNoUser() {
        assertThat(RedisUrl.parse("redis://:secret@localhost:1"))
                .isEqualTo(new RedisUrl("redis://localhost:1", null, "secret", 0));
    }

    @Test
    void theTextFormHoldsNoPassword() {
        assertThat(RedisUrl.parse("redis://:secret@localhost")).asString().doesNotContain("secret");
    }

    @Test
    void anotherSchemeIsRefusedWithoutShowingTheAddress() {
        assertThatThrownBy(() -> RedisUrl.parse("http://:secret@localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining("secret");
    }
}
