package io.obox.image.store;

import io.obox.message.MessageTemplate;

/** What people call the nodes that have an image, as a place where jobs run. */
enum ImagePlace implements MessageTemplate {
    PLACE("image {name}");

    private final String pattern;

    ImagePlace(String pattern) {
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
