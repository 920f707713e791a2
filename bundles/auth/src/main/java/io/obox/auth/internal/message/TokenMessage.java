package io.obox.auth.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of API tokens. */
public enum TokenMessage implements MessageTemplate {
    NO_SCOPES("A token must be good for something."),
    NO_SUCH_SCOPE("This is no scope, such as vms:read."),
    ENDS_BEFORE_NOW("This time has passed."),
    TOO_MANY("There can be at most {most} API tokens."),
    NO_SUCH_TOKEN("There is no such API token."),
    NOT_GOOD("This API token does not exist, has run out, or its owner's account is not in use."),
    TOO_MANY_TOKENS("Too many API tokens that don't exist came from your address."),
    NOT_BY_TOKEN("This can't be done with an API token."),
    LOG_IN_YOURSELF("Log in and do it yourself.");

    private final String pattern;

    TokenMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("token", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
