package io.obox.settings;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of settings, to administrators: that a group of them has changed, never to what. */
public final class SettingEvents {
    /** The groups. */
    public static final Topic<SettingEvents> TOPIC = Topic.of("settings");

    /** {@link SettingGroup#pid}. */
    public static final Attribute<SettingEvents, String> PID = TOPIC.text("pid");

    private SettingEvents() {}
}
