package io.obox.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a feature from its file. */
final class FeatureFile {
    private static final JsonFactory JSON = new JsonFactory();

    private FeatureFile() {}

    static Feature read(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            parser.nextToken();
            return feature(object(parser));
        } catch (ClassCastException e) {
            throw new IOException(file + " is not a feature: " + e.getMessage(), e);
        }
    }

    private static Feature feature(Map<String, Object> json) {
        List<String> bundles =
                list(json.get("bundles")).stream().map(FeatureFile::coordinates).toList();
        Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
        map(json.get("configurations")).forEach((pid, properties) -> configurations.put(pid, map(properties)));
        Map<String, String> framework = new LinkedHashMap<>();
        map(json.get("framework-properties")).forEach((name, value) -> framework.put(name, value.toString()));
        return new Feature(bundles, configurations, framework);
    }

    private static String coordinates(Object bundle) {
        return bundle instanceof Map<?, ?> details
                ? Objects.requireNonNull(details.get("id"), "a bundle has no id")
                        .toString()
                : bundle.toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            default -> parser.getText();
        };
    }
}
