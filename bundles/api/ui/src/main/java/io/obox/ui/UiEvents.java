package io.obox.ui;

import io.obox.event.Topic;

/** What is told of the web page, to every user: that what it is made of has changed, on the node that tells it. No values. */
public final class UiEvents {
    /** The page and the contributions to it. */
    public static final Topic<UiEvents> TOPIC = Topic.of("ui");

    private UiEvents() {}
}
