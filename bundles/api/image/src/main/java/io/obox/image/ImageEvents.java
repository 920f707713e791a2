package io.obox.image;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of images, to every user. */
public final class ImageEvents {
    /** The images. */
    public static final Topic<ImageEvents> TOPIC = Topic.of("image");

    /** {@link Image#state}. */
    public static final Attribute<ImageEvents, ImageState> STATE = TOPIC.constant("state", ImageState.class);

    private ImageEvents() {}
}
