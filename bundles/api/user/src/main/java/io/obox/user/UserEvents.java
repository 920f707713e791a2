package io.obox.user;

import io.obox.event.Topic;

/** What is told of accounts, to the users themselves and to administrators. */
public final class UserEvents {
    /** The accounts. */
    public static final Topic<UserEvents> TOPIC = Topic.of("user");

    private UserEvents() {}
}
