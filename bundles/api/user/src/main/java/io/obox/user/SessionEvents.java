package io.obox.user;

import io.obox.event.Topic;

/** What is told of sessions and API tokens, to their users and to administrators: that they have ended. */
public final class SessionEvents {
    /** The sessions and tokens. */
    public static final Topic<SessionEvents> TOPIC = Topic.of("session");

    private SessionEvents() {}
}
