package io.obox.image.internal.catalogue;

import io.obox.message.MessageTemplate;

/** What is said of images. */
enum ImageMessage implements MessageTemplate {
    NO_SUCH_IMAGE("There is no such image.");

    private final String pattern;

    ImageMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("image", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
