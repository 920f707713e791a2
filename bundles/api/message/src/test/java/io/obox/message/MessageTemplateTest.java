package io.obox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
    private enum Said implements MessageTemplate {
        NAME_TAKEN("There is a VM named \"{name}\" already."),
        BETWEEN("{what} is from {least} to {most}, but {what} was {given}."),
        MEMORY("The memory");

        private final String pattern;

        Said(String pattern) {
            this.pattern = pattern;
        }

        @Override
        public String code() {
            return MessageTemplate.code("test", this);
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    @Test
    void valuesAreArgumentsInTheOrderInWhichThePatternNamesThem() {
        Message message = Said.BETWEEN.with("It", 1, 2L, true);

        assertThat(message.code()).isEqualTo("test.between");
        assertThat(message.text()).isEqualTo("It is from 1 to 2, but It was true.");
        assertThat(message.args()).isEqualTo(Map.of("what", "It", "least", 1, "most", 2L, "given", true));
        assertThat(List.copyOf(message.args().keySet())).containsExactly("what", "least", "most", "given");
    }

    @Test
    void aMessageWithinAnotherKeepsItsOwnCode() {
        Message message = Said.BETWEEN.with(Said.MEMORY.with(), 1, 2, 3);

        assertThat(message.text()).isEqualTo("The memory is from 1 to 2, but The memory was 3.");
        assertThat(message.args()).containsEntry("what", new Message("test.memory", Map.of(), "The memory"));
    }

    @Test
    void aValueIsNeverTakenForAPattern() {
        assertThat(Said.NAME_TAKEN.with("{name} $1 \\").text())
                .isEqualTo("There is a VM named \"{name} $1 \\\" already.");
    }

    @Test
    void tooFewAndTooManyValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(Said.NAME_TAKEN::with);
        assertThatIllegalArgumentException().isThrownBy(() -> Said.NAME_TAKEN.with("a", "b"));
    }
}
