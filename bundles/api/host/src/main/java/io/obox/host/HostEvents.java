package io.obox.host;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of hosts, to every user. */
public final class HostEvents {
    /** The hosts. */
    public static final Topic<HostEvents> TOPIC = Topic.of("host");

    /** {@link Host#state}. */
    public static final Attribute<HostEvents, HostState> STATE = TOPIC.constant("state", HostState.class);

    private HostEvents() {}
}
