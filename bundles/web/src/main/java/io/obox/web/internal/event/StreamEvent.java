package io.obox.web.internal.event;

import io.obox.event.Event;
import java.util.Locale;

/**
 * An event in the order of this node's stream.
 *
 * @param number grows by one with each event
 */
record StreamEvent(long number, Event event) {
    /** As server-sent event. */
    String text(String stream) {
        String action = event.action().name().toLowerCase(Locale.ROOT);
        return "id: %s-%d\nevent: %s\ndata: {\"type\":\"%s\",\"id\":\"%s\",\"action\":\"%s\"}\n\n"
                .formatted(stream, number, event.type(), event.type(), event.id(), action);
    }
}
