package io.obox.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", " \"4\" ", "\"3\",\"4\"", "\"3\" , W/\"x\",\t\"4\"", "\"a,b\", \"4\"", "*", " * "})
    void aTagIsNamed(String header) {
        assertThat(EntityTags.parse(header).nameExactly("\"4\"")).isTrue();
        assertThat(EntityTags.parse(header).name("\"4\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "\"4",
                "4\"",
                "garbage",
                "\"44\"",
                "\"4\" \"5\"",
                "\"4\",garbage",
                "w/\"4\"",
                "\"4\";",
                "**"
            })
    void whatCannotBeReadNamesNone(String header) {
        assertThat(EntityTags.parse(header).nameExactly("\"4\"")).isFalse();
        assertThat(EntityTags.parse(header).name("\"4\"")).isFalse();
    }

    @Test
    void weakTagsAreGoodForReadingOnly() {
        assertThat(EntityTags.parse("W/\"4\"").name("\"4\"")).isTrue();
        assertThat(EntityTags.parse("W/\"4\"").nameExactly("\"4\"")).isFalse();
        assertThat(EntityTags.parse("W/\"4\"").nameExactly("W/\"4\"")).isFalse();
        assertThat(EntityTags.parse("\"4\"").name("W/\"4\"")).isTrue();
    }

    @Test
    void thereMayBeAsManyAsAHeaderHolds() {
        assertThat(EntityTags.parse("\"1\",".repeat(20_000) + "\"4\"").name("\"4\""))
                .isTrue();
    }
}
