package io.obox.user;

import io.obox.event.Attribute;
import io.obox.event.Topic;
import java.time.Instant;

/** What is told of accounts, to the users themselves and to administrators. */
public final class UserEvents {
    /** The accounts. */
    public static final Topic<UserEvents> TOPIC = Topic.of("user");

    /** {@link User#email}. */
    public static final Attribute<UserEvents, String> EMAIL = TOPIC.text("email");

    /** {@link User#name}. */
    public static final Attribute<UserEvents, String> NAME = TOPIC.text("name");

    /** {@link User#role}. */
    public static final Attribute<UserEvents, Role> ROLE = TOPIC.constant("role", Role.class);

    /** {@link User#state}. */
    public static final Attribute<UserEvents, UserState> STATE = TOPIC.constant("state", UserState.class);

    /** {@link User#locale}. */
    public static final Attribute<UserEvents, String> LOCALE = TOPIC.text("locale");

    /** {@link User#mustChangePassword}. */
    public static final Attribute<UserEvents, Boolean> MUST_CHANGE_PASSWORD = TOPIC.flag("mustChangePassword");

    /** {@link User#lastLoginAt}. */
    public static final Attribute<UserEvents, Instant> LAST_LOGIN_AT = TOPIC.time("lastLoginAt");

    private UserEvents() {}
}
