package io.obox.host.access;

import io.obox.message.MessageTemplate;

/** What people call a host as a place where jobs run. */
enum HostPlace implements MessageTemplate {
    PLACE("host {name}");

    private final String pattern;

    HostPlace(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("host", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
