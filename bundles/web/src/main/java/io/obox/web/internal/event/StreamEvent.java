package io.obox.web.internal.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the order of this node's stream. Becomes JSON once, and not before somebody reads it. Thread-safe. */
final class StreamEvent {
    private final long number;
    private final Event event;
    private final ObjectMapper mapper;
    private volatile @Nullable String data;

    /** With a number that grows by one with each event. */
    StreamEvent(long number, Event event, ObjectMapper mapper) {
        this.number = number;
        this.event = event;
        this.mapper = mapper;
    }

    long number() {
        return number;
    }

    /** What it is about. */
    String topic() {
        return event.change().topic().name();
    }

    /** Who may read it. */
    Audience audience() {
        return event.change().audience();
    }

    private String data() {
        String known = data;
        if (known == null) {
            known = json();
            data = known;
        }
        return known;
    }

    private String json() {
        Change<?> change = event.change();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", topic());
        members.put("id", change.objectId());
        members.put("action", change.action().name().toLowerCase(Locale.ROOT));
        members.put("eventId", event.id());
        change.version().ifPresent(version -> members.put("version", version));
        change.since().ifPresent(since -> members.put("since", since));
        if (!change.values().isEmpty()) {
            members.put("values", change.values());
        }
        try {
            return mapper.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As server-sent event. */
    String text(String stream) {
        return "id: %s-%d\nevent: %s\ndata: %s\n\n".formatted(stream, number, topic(), data());
    }
}
