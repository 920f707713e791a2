package io.obox.problem;

import io.obox.message.MessageTemplate;

/** What problems of all bundles say. */
enum ProblemMessage implements MessageTemplate {
    INVALID_VALUES("Some values can't be accepted."),
    LOG_IN("Log in and try again."),
    READ_AGAIN("Read it again and repeat the change."),
    TRY_AGAIN_SOON("Try again in a few seconds."),
    WAIT_A_WHILE("Wait a while and try again."),
    NOT_AN_ID("This must be an id."),
    NOT_ONE_OF("This must be one of {values}.");

    private final String pattern;

    ProblemMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("problem", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
