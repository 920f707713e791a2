package io.obox.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether a document promises all that a former one did: it may have more paths, parameters that need not be given,
 * properties and values, and may leave out or change nothing.
 */
final class Growth {
    private static final Set<String> WORDS = Set.of("summary", "description", "title", "tags", "example");

    private final JsonNode before;
    private final JsonNode after;

    Growth(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** What is gone or another, one sentence each. */
    List<String> faults() {
        return compare("/paths", before.path("paths"), after.path("paths"));
    }

    private List<String> compare(String place, JsonNode old, JsonNode now) {
        JsonNode former = resolved(before, old);
        JsonNode present = resolved(after, now);
        if (present.isMissingNode()) {
            return List.of(place + " is gone");
        }
        if (present.has("anyOf") && !former.has("anyOf")) {
            return any(place, former, present.path("anyOf"));
        }
        return switch (former.getNodeType()) {
            case OBJECT -> object(place, former, present);
            case ARRAY -> array(place, former, present);
            default -> former.equals(present) ? List.of() : List.of(place + " was " + former + " and is " + present);
        };
    }

    private List<String> object(String place, JsonNode former, JsonNode present) {
        List<String> faults = new ArrayList<>();
        former.properties().stream()
                .filter(entry ->
                        !WORDS.contains(entry.getKey()) || entry.getValue().isObject())
                .forEach(entry -> faults.addAll(
                        compare(place + "/" + entry.getKey(), entry.getValue(), present.path(entry.getKey()))));
        if (place.contains("/requestBody/") && present.has("required") && !former.has("required")) {
            faults.add(place + " demands " + present.path("required"));
        }
        if (former.has("in")
                && present.path("required").asBoolean()
                && !former.path("required").asBoolean()) {
            faults.add(place + " is required now");
        }
        return faults;
    }

    /** Each that was there must be there, wherever it stands; what has a name is looked for by it. */
    private List<String> array(String place, JsonNode former, JsonNode present) {
        List<String> faults = new ArrayList<>();
        for (JsonNode each : former) {
            if (each.has("name")) {
                String name = each.path("name").asText();
                JsonNode same = stream(present)
                        .filter(other -> other.path("name").asText().equals(name)
                                && other.path("in").equals(each.path("in")))
                        .findFirst()
                        .orElseGet(() -> present.path("none"));
                faults.addAll(compare(place + "/" + name, each, same));
            } else {
                faults.addAll(any(place, each, present));
            }
        }
        return faults;
    }

    private List<String> any(String place, JsonNode former, JsonNode choice) {
        return stream(choice).anyMatch(each -> compare(place, former, each).isEmpty())
                ? List.of()
                : List.of(place + " has no " + former + " among " + choice);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.asText().substring(1)) : node;
    }
}
