package io.obox.page;

import io.obox.message.MessageTemplate;

/** What is wrong with a request for a part of a list. */
enum PageMessage implements MessageTemplate {
    LIMIT("This must be a number from 1 to {most}."),
    CURSOR("This must be a cursor that this list has given.");

    private final String pattern;

    PageMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("page", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
