package io.obox.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.event.Attribute;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Topic;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChangeTest {
    private static final Topic<Object> VMS = Topic.of("vm");
    private static final Attribute<Object, String> NAME = VMS.text("name");
    private static final Attribute<Object, List<String>> TAGS = VMS.texts("tags");

    private final Change<Object> change =
            Change.changed(VMS, new UUID(0, 1), Audience.everyone()).version(8).since(7);

    @Test
    void whatIsTooLargeForAnEventIsLeftOutAndNothingIsPromised() {
        Change<Object> told = change.with(NAME, "web").with(TAGS, List.of("a".repeat(2_100), "b".repeat(2_000)));

        assertThat(told.value(NAME)).isEqualTo("web");
        assertThat(told.tells(TAGS)).isFalse();
        assertThat(told.since()).isEmpty();
        assertThat(told.version()).hasValue(8);
    }

    @Test
    void allValuesTogetherAreNoLargerThanAnEvent() {
        Change<Object> told = change.with(NAME, "n".repeat(4_000)).with(TAGS, List.of("t".repeat(100)));

        assertThat(told.tells(TAGS)).isFalse();
        assertThat(told.since()).isEmpty();
    }

    @Test
    void whatIsReplacedMakesRoom() {
        Change<Object> told = change.with(NAME, "n".repeat(3_000))
                .with(NAME, "web")
                .with(TAGS, List.of("t".repeat(4_000)))
                .since(7);

        assertThat(told.value(NAME)).isEqualTo("web");
        assertThat(told.value(TAGS)).containsExactly("t".repeat(4_000));
        assertThat(told.since()).hasValue(7);
    }
}
