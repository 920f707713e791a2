package io.obox.vm.internal.rest;

import static io.obox.vm.internal.kit.Refusals.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmBodyTest {
    @ParameterizedTest
    @CsvSource({"web-{n},,,web-{n}", "web-{n},1,,web-1", "web-{n},1,7,web-7", "web-{n},,7,web-7", "web,1,7,web"})
    void oneThatIsCountedIsNumberedWhereItsNameAsksForIt(
            String name, @Nullable Integer count, @Nullable Integer first, String called) {
        assertThat(body(name, count, first).request(null).name()).isEqualTo(called);
    }

    @ParameterizedTest
    @CsvSource({"1,-3", ",-3", "1,10000"})
    void aFirstNumberIsCheckedAlsoForOne(@Nullable Integer count, int first) {
        assertThat(faults(() -> body("web-{n}", count, first).request(null))).containsExactly("/firstNumber");
    }

    @Test
    void severalAreAskedForTogether() {
        assertThat(body("web-{n}", 2, 7).isForMany()).isTrue();
        assertThat(body("web-{n}", 2, 7).requests(null).firstNumber()).isEqualTo(7);
        assertThat(body("web-{n}", 1, 7).isForMany()).isFalse();
    }

    private static VmBody body(String name, @Nullable Integer count, @Nullable Integer first) {
        return new VmBody(name, null, null, null, null, null, null, null, null, null, null, null, count, first);
    }
}
