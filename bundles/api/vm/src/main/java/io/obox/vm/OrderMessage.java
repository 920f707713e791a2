package io.obox.vm;

import io.obox.message.MessageTemplate;

/** What is wrong with an order of VMs. */
enum OrderMessage implements MessageTemplate {
    KEY("This must be one of {keys}, with a hyphen in front for the other way round.");

    private final String pattern;

    OrderMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("vm.order", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
