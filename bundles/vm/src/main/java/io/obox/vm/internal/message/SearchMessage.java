package io.obox.vm.internal.message;

import io.obox.message.MessageTemplate;

/** What is wrong with a search for VMs. */
public enum SearchMessage implements MessageTemplate {
    FAULT_AT("At character {position} {what}."),
    HOW_TO(
            "Search by name, address, tag, state, host, image or owner, as in \"state:running tag:prod name~web -tag:old\"; put what has blanks or colons in quotes."),
    VALUE_MISSING("a value is missing"),
    QUOTES_OPEN("the quotes that open here are not closed"),
    TOO_LONG("the search is too long: it may have {most} characters"),
    TOO_MANY_TERMS("the search has too many terms: it may have {most}, and each value after a comma is one"),
    UNKNOWN_FIELD("VMs can't be searched by \"{field}\""),
    UNKNOWN_STATE("the state must be one of {states}"),
    STATE_NEEDS_COLON("a colon is needed instead of the tilde: the state must be one of {states}");

    private final String pattern;

    SearchMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("vm.search", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
