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

/**
 * An event in the order of this node's stream.
 *
 * @param number grows by one with each event
 * @param data as readers get it, as JSON
 */
record StreamEvent(long number, String topic, String data, Audience audience) {
    static StreamEvent of(long number, Event event, ObjectMapper mapper) {
        Change<?> change = event.change();
        return new StreamEvent(number, change.topic().name(), data(event, mapper), change.audience());
    }

    private static String data(Event event, ObjectMapper mapper) {
        Change<?> change = event.change();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("type", change.topic().name());
        data.put("id", change.objectId());
        data.put("action", change.action().name().toLowerCase(Locale.ROOT));
        data.put("eventId", event.id());
        change.version().ifPresent(version -> data.put("version", version));
        change.since().ifPresent(since -> data.put("since", since));
        if (!change.values().isEmpty()) {
            data.put("values", change.values());
        }
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As server-sent event. */
    String text(String stream) {
        return "id: %s-%d\nevent: %s\ndata: %s\n\n".formatted(stream, number, topic, data);
    }
}
