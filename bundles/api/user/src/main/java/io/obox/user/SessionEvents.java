package io.obox.user;

import io.obox.event.Topic;

/** What is told of sessions, to their users and to administrators: that they have ended. */
public final class SessionEvents {
    /** The sessions. */
    public static final Topic<SessionEvents> TOPIC = Topic.of("session");

    private SessionEvents() {}
}
