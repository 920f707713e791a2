package io.obox.event;

import org.osgi.annotation.versioning.ConsumerType;

/** A whiteboard service that is told of events of all nodes. */
@ConsumerType
public interface EventListener {
    /** Must return soon: it is called on the thread that delivers to all listeners, one event after another. */
    void onEvent(Event event);
}
