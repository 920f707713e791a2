package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndertakingTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void staysWhereItCameToItsEnd() throws Exception {
        undertake(() -> {});

        assertThat(done).isEmpty();
    }

    @Test
    void isTakenBackHoweverItFailed() {
        for (Exception failure : List.of(new InterruptedException(), new IllegalStateException("unforeseen"))) {
            done.clear();

            assertThatThrownBy(() -> undertake(() -> {
                        throw failure;
                    }))
                    .isSameAs(failure);

            assertThat(done).containsExactly("taken back");
        }
    }

    private void undertake(Step step) throws Exception {
        try (Undertaking undertaking = new Undertaking(() -> done.add("taken back"))) {
            step.run();
            undertaking.accomplished();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
