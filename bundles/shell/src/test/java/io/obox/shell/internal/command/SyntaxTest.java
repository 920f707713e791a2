package io.obox.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTest {
    private static final Syntax SYNTAX = Syntax.of("make", "makes a thing")
            .then("<name>")
            .then("[kind]")
            .option("size", "N")
            .flag("json");

    @Test
    void theUsageShowsEverything() {
        assertThat(SYNTAX.usage()).isEqualTo("obox:make <name> [kind] [--size N] [--json]");
    }

    @Test
    void theLastPlaceMayTakeAnyNumberOfWords() {
        Syntax open = Syntax.of("find", "finds things").then("[search…]").flag("json");

        assertThat(open.parse(List.of("a:b", "-c", "--json", "d")).rest(0)).isEqualTo("a:b -c d");
        assertThat(open.parse(List.of()).rest(0)).isNull();
    }

    @Test
    void optionsMayStandAnywhere() {
        Arguments arguments = SYNTAX.parse(List.of("--json", "web", "--size", "4", "small"));
        assertThat(arguments.needed(0)).isEqualTo("web");
        assertThat(arguments.at(1)).isEqualTo("small");
        assertThat(arguments.option("size")).isEqualTo("4");
        assertThat(arguments.has("json")).isTrue();
    }

    @Test
    void aValueMayFollowAnEqualsSign() {
        assertThat(SYNTAX.parse(List.of("web", "--size=4")).option("size")).isEqualTo("4");
    }

    @Test
    void whatIsNotGivenIsNull() {
        Arguments arguments = SYNTAX.parse(List.of("web"));
        assertThat(arguments.at(1)).isNull();
        assertThat(arguments.option("size")).isNull();
        assertThat(arguments.has("json")).isFalse();
    }

    @Test
    void wordsThatAreNoTextAreReadAsText() {
        assertThat(SYNTAX.parse(List.of("web", "--size", 4)).option("size")).isEqualTo("4");
    }

    @Test
    void wrongUseIsToldWithTheRightOne() {
        assertThatThrownBy(() -> SYNTAX.parse(List.of())).hasMessageContaining("missing: <name>");
        assertThatThrownBy(() -> SYNTAX.parse(List.of("web", "--colour", "red")))
                .hasMessageContaining("--colour");
        assertThatThrownBy(() -> SYNTAX.parse(List.of("web", "--size"))).hasMessageContaining("--size N");
        assertThatThrownBy(() -> SYNTAX.parse(List.of("a", "b", "c"))).hasMessageContaining(SYNTAX.usage());
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> SYNTAX.parse(List.of()));
        assertThat(failure.status()).isEqualTo(CommandFailure.MISUSED);
    }
}
