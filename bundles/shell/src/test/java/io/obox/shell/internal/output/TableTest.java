package io.obox.shell.internal.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    private static String printed(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachColumnIsAsWideAsItsWidestCell() {
        assertThat(printed(new Table("NAME", "N").row("web", 1).row("database", 22))
                        .lines())
                .containsExactly("NAME      N", "web       1", "database  22");
    }

    @Test
    void whatIsMissingIsADash() {
        assertThat(printed(new Table("A", "B").row(null, "")).lines()).containsExactly("A  B", "-  -");
    }

    @Test
    void noCellCanMoveTheCursor() {
        assertThat(printed(new Table("A").row("red\u001b[31m\nalert"))).isEqualTo("A\nred[31malert\n");
    }

    @Test
    void aRowHasAsManyCellsAsThereAreHeadings() {
        assertThatThrownBy(() -> new Table("A", "B").row("a")).isInstanceOf(IllegalArgumentException.class);
    }
}
