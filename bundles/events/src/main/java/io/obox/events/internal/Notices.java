package io.obox.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as they travel between nodes. What a later version adds is passed over. */
final class Notices {
    private static final String FROM = "from";
    private static final Received NOTHING = new Received(List.of(), false);

    private final ObjectMapper mapper = new ObjectMapper();

    /** What a message of another node says: its events, and whether some before them were missed. */
    record Received(List<Event> events, boolean missed) {}

    /** One message. */
    String write(String node, List<Event> events, boolean missed) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(FROM, node);
        message.put("missed", missed);
        message.put("events", events.stream().map(Notices::notice).toList());
        return json(message);
    }

    private static Map<String, Object> notice(Event event) {
        Change<?> change = event.change();
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("id", event.id().toString());
        notice.put("topic", change.topic().name());
        notice.put("object", change.objectId().toString());
        notice.put("action", change.action().name());
        notice.put("everyone", change.audience().isEveryone());
        UUID owner = change.audience().owner();
        if (owner != null) {
            notice.put("owner", owner.toString());
        }
        change.version().ifPresent(version -> notice.put("version", version));
        change.since().ifPresent(since -> notice.put("since", since));
        notice.put("values", change.values());
        return notice;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * What other nodes tell; nothing if the message is this node's own.
     *
     * @throws IllegalArgumentException if it can't be understood
     */
    Received read(String node, String message) {
        if (message.startsWith(opening(node))) {
            return NOTHING;
        }
        try {
            JsonNode tree = mapper.readTree(message);
            if (tree.path(FROM).asText().equals(node)) {
                return NOTHING;
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

    /** How this node's messages begin: most are known by it, and need not be read. */
    private String opening(String node) {
        String sender = json(Map.of(FROM, node));
        return sender.substring(0, sender.length() - 1);
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
