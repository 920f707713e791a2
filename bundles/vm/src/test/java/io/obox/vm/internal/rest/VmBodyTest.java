package io.obox.vm.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmBodyTest {
    @ParameterizedTest
    @CsvSource({"2,7,2,7", "1,,1,1", ",7,1,7", "0,,0,1"})
    void whatIsSaidOfHowManyIsAskedForAsItIs(
            @Nullable Integer count, @Nullable Integer first, int asked, int firstNumber) {
        VmBody body = body("web-{n}", count, first);

        assertThat(body.isCounted()).isTrue();
        assertThat(body.requests(null).count()).isEqualTo(asked);
        assertThat(body.requests(null).firstNumber()).isEqualTo(firstNumber);
        assertThat(body.requests(null).each().name()).isEqualTo("web-{n}");
    }

    @Test
    void nothingIsSaidOfItInAPlainRequest() {
        assertThat(body("web-{n}", null, null).isCounted()).isFalse();
    }

    private static VmBody body(String name, @Nullable Integer count, @Nullable Integer first) {
        return new VmBody(name, null, null, null, null, null, null, null, null, null, null, null, count, first);
    }
}
