package io.obox.web.internal.event;

import io.obox.event.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels between nodes.
 *
 * @param from the node that it was published on
 */
record Notice(
        String from,
        String type,
        UUID id,
        Event.Action action,
        @Nullable UUID ownerId) {
    static Notice of(String from, Event event) {
        return new Notice(from, event.type(), event.id(), event.action(), event.ownerId());
    }

    Event event() {
        return new Event(type, id, action, ownerId);
    }
}
