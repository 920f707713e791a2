package io.obox.redis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentinelUrlTest {
    @Test
    void everyPartIsFoundInAFullAddress() {
        assertThat(Address.parse("rediss-sentinel://obox:a%3Ab@one.example:7000,two.example,[::1]:7001/jobs/3"
                        + "?sentinel_username=watch&sentinel_password=p%40ss"))
                .isEqualTo(new SentinelUrl(
                        List.of("rediss://one.example:7000", "rediss://two.example:26379", "rediss://[::1]:7001"),
                        "jobs",
                        "obox",
                        "a:b",
                        3,
                        "watch",
                        "p@ss"));
    }

    @Test
    void portLoginAndDatabaseMayBeMissing() {
        assertThat(Address.parse(" redis-sentinel://localhost/mymaster "))
                .isEqualTo(new SentinelUrl(List.of("redis://localhost:26379"), "mymaster", null, null, 0, null, null));
    }

    @Test
    void theFormOfOtherClientsIsUnderstood() {
        assertThat(Address.parse("redis+sentinel://:secret@one,two/mymaster/0"))
                .isEqualTo(Address.parse("redis-sentinel://:secret@one,two/mymaster"));
    }

    @Test
    void theTextFormHoldsNoPassword() {
        assertThat(Address.parse("redis-sentinel://:secret@one,two/mymaster?sentinel_password=secret"))
                .asString()
                .contains("mymaster", "one", "two")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-sentinel://:secret@one,two",
                "redis-sentinel://:secret@/mymaster",
                "redis-sentinel://:secret@one,,two/mymaster",
                "redis-sentinel://:secret@one:0/mymaster",
                "redis-sentinel://:secret@one:70000/mymaster",
                "redis-sentinel://:secret@one:port/mymaster",
                "redis-sentinel://:secret@one/mymaster/first",
                "redis-sentinel://:secret@one/mymaster?timeout=3",
                "redis-sentinel:one"
            })
    void anAddressThatCannotBeRightIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining("secret");
    }
}
