package io.obox.image;

import io.obox.event.Attribute;
import io.obox.event.Topic;

/** What is told of images, to every user: what a scan finds out. They have no versions, so none can be mended by it. */
public final class ImageEvents {
    /** The images. */
    public static final Topic<ImageEvents> TOPIC = Topic.of("image");

    /** {@link Image#state}. */
    public static final Attribute<ImageEvents, ImageState> STATE = TOPIC.constant("state", ImageState.class);

    /** {@link Image#name}. */
    public static final Attribute<ImageEvents, String> NAME = TOPIC.text("name");

    /** {@link Image#format}. */
    public static final Attribute<ImageEvents, ImageFormat> FORMAT = TOPIC.constant("format", ImageFormat.class);

    /** {@link Image#virtualSizeBytes}. */
    public static final Attribute<ImageEvents, Long> VIRTUAL_SIZE_BYTES = TOPIC.number("virtualSizeBytes");

    /** {@link Image#sizeBytes}. */
    public static final Attribute<ImageEvents, Long> SIZE_BYTES = TOPIC.number("sizeBytes");

    /** {@link Image#sha256}. */
    public static final Attribute<ImageEvents, String> SHA256 = TOPIC.text("sha256");

    private ImageEvents() {}
}
