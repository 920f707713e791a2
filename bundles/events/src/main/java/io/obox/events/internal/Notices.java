package io.obox.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as they travel between nodes. What a later version adds is passed over. */
final class Notices {
    private final ObjectMapper mapper = new ObjectMapper();

    /** What a message of another node says: its events, and whether some before them were missed. */
    record Received(List<Event> events, boolean missed) {}

    /** One message. */
    String write(String node, List<Event> events, boolean missed) {
        ObjectNode message = mapper.createObjectNode().put("from", node).put("missed", missed);
        ArrayNode notices = message.putArray("events");
        events.forEach(event -> notices.add(notice(event)));
        return message.toString();
    }

    private ObjectNode notice(Event event) {
        Change<?> change = event.change();
        ObjectNode notice = mapper.createObjectNode()
                .put("id", event.id().toString())
                .put("topic", change.topic().name())
                .put("object", change.objectId().toString())
                .put("action", change.action().name())
                .put("everyone", change.audience().isEveryone());
        UUID owner = change.audience().owner();
        if (owner != null) {
            notice.put("owner", owner.toString());
        }
        change.version().ifPresent(version -> notice.put("version", version));
        change.since().ifPresent(since -> notice.put("since", since));
        notice.set("values", mapper.valueToTree(change.values()));
        return notice;
    }

    /**
     * What other nodes tell; nothing if the message is this node's own.
     *
     * @throws IllegalArgumentException if it can't be understood
     */
    Received read(String node, String message) {
        try {
            JsonNode tree = mapper.readTree(message);
            if (tree.path("from").asText().equals(node)) {
                return new Received(List.of(), false);
            }
            List<Event> events = new ArrayList<>();
            for (JsonNode notice : tree.path("events")) {
                events.add(event(notice));
            }
            return new Received(events, tree.path("missed").asBoolean());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Event event(JsonNode notice) {
        Topic<Object> topic = Topic.of(notice.path("topic").asText());
        UUID object = id(notice.path("object"));
        Audience audience = audience(notice);
        Change<Object> change =
                Change.Action.REMOVED.name().equals(notice.path("action").asText())
                        ? Change.removed(topic, object, audience)
                        : Change.changed(topic, object, audience);
        if (notice.has("version")) {
            change = change.version(notice.path("version").asLong());
        }
        if (notice.has("since")) {
            change = change.since(notice.path("since").asLong());
        }
        for (Map.Entry<String, JsonNode> value : notice.path("values").properties()) {
            change = change.with(value.getKey(), portable(value.getValue()));
        }
        return new Published(id(notice.path("id")), change);
    }

    private static Audience audience(JsonNode notice) {
        if (notice.has("owner")) {
            return Audience.owner(id(notice.path("owner")));
        }
        return notice.path("everyone").asBoolean() ? Audience.everyone() : Audience.administrators();
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.asText());
    }

    private @Nullable Object portable(JsonNode value) {
        return mapper.convertValue(value, Object.class);
    }
}
