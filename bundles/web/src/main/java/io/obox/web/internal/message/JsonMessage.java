package io.obox.web.internal.message;

import io.obox.message.MessageTemplate;

/** What is wrong with JSON documents. */
public enum JsonMessage implements MessageTemplate {
    GOES_ON("The body goes on after its JSON document."),
    NONE("A JSON document is wanted as body, but there is none."),
    NO_SUCH_FIELD("There is no such field."),
    MUST_BE("This must be {what}."),
    TOO_MUCH("The body is nested too deeply, has too many values, or a longer text than OBox takes."),
    TWICE("The name \"{name}\" appears twice in the same object of the body."),
    TWICE_AT("The name \"{name}\" appears twice in the same object of the body at line {line}, column {column}."),
    INVALID("The body is not valid JSON."),
    INVALID_AT("The body is not valid JSON at line {line}, column {column}."),
    SOMETHING_ELSE("something else"),
    ONE_OF("one of {values}"),
    TEXT("a text"),
    TRUTH("true or false"),
    ID("an id"),
    NUMBER("a number that fits here"),
    LIST("a list"),
    TIME("a time as in RFC 3339"),
    OBJECT("an object");

    private final String pattern;

    JsonMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("json", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
