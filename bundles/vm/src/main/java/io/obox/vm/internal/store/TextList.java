package io.obox.vm.internal.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of texts without line breaks, as one text with a line for each. */
@Converter
public final class TextList implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> values) {
        return text(values);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return list(text);
    }

    /** The text of a list. */
    public static String text(List<String> values) {
        return String.join("\n", values);
    }

    /** The list of a text. */
    public static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
