package io.obox.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service that is told of events of all nodes, one after the other, on a thread that is its own for that time.
 * A call that takes longer than five seconds is interrupted; while a listener does not return, it misses events, and nobody
 * else does.
 */
@ConsumerType
public interface EventListener {
    /**
     * Service property. A listener that has it set to true is told of an event when the others have dealt with it, so that
     * whoever asks because of it meets services that know of it: for those who pass events on to people.
     */
    String LAST = "io.obox.event.last";

    /**
     * Service property: the names of the topics that the listener is told of, one or several. One that does not say is told of
     * all, and has a thread woken for each event.
     */
    String TOPICS = "io.obox.event.topics";

    /** Something changed. What is thrown is logged. */
    void onEvent(Event event);

    /** Events were lost before the next one: whatever was kept because no event spoke against it is in doubt. */
    default void onLoss() {}
}
