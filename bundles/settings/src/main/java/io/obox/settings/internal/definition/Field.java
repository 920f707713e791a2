package io.obox.settings.internal.definition;

import io.obox.message.Message;
import io.obox.settings.SettingType;
import io.obox.settings.internal.message.SettingsMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that can be set. Texts are how its values are kept and given to components.
 *
 * @param usual what it is where nobody says anything
 */
public record Field(
        String name,
        String label,
        String description,
        SettingType type,
        List<String> options,
        @Nullable Long minimum,
        @Nullable Long maximum,
        String usual) {
    /** The longest text of a setting, in characters of Unicode. */
    static final int MAX_LENGTH = 1_000;

    /** Whether it is written and never read. */
    public boolean secret() {
        return type == SettingType.SECRET;
    }

    /** What is wrong with a value of JSON, or null. */
    public @Nullable Message fault(Object value) {
        return switch (type) {
            case NUMBER -> value instanceof Number number ? numberFault(number) : SettingsMessage.NO_NUMBER.with();
            case FLAG -> value instanceof Boolean ? null : SettingsMessage.NO_FLAG.with();
            case TEXT, SECRET -> value instanceof String text ? textFault(text) : SettingsMessage.NO_TEXT.with();
            case CHOICE ->
                value instanceof String text && options.contains(text)
                        ? null
                        : SettingsMessage.NOT_AN_OPTION.with(String.join(", ", options));
        };
    }

    private @Nullable Message numberFault(Number number) {
        if (!(number instanceof Integer || number instanceof Long)) {
            return SettingsMessage.NO_NUMBER.with();
        }
        if (minimum != null && number.longValue() < minimum) {
            return SettingsMessage.TOO_SMALL.with(minimum);
        }
        return maximum != null && number.longValue() > maximum ? SettingsMessage.TOO_LARGE.with(maximum) : null;
    }

    private static @Nullable Message textFault(String text) {
        return text.codePointCount(0, text.length()) > MAX_LENGTH
                        || text.chars().anyMatch(Character::isISOControl)
                ? SettingsMessage.NO_LINE.with(MAX_LENGTH)
                : null;
    }

    /** A text as a value of JSON; one that a file has and that is none of the type stays a text. */
    public Object value(String text) {
        return switch (type) {
            case FLAG -> Boolean.parseBoolean(text);
            case NUMBER -> number(text);
            case TEXT, CHOICE, SECRET -> text;
        };
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
