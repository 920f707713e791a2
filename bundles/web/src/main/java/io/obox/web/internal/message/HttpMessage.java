package io.obox.web.internal.message;

import io.obox.message.MessageTemplate;

/** What HTTP itself finds wrong with requests. */
public enum HttpMessage implements MessageTemplate {
    VALUE_UNREADABLE("This value can't be read."),
    PARAMETER_UNREADABLE("The value of {name} can't be read."),
    HEADER_UNREADABLE("A header of the request can't be read."),
    LOGIN_NEEDED("This needs a login."),
    NOT_ALLOWED("This is not allowed."),
    NOTHING_HERE("There is nothing at this path."),
    METHOD_UNKNOWN("This path does not know this method."),
    USE_ALLOWED("Use a method that the header Allow names."),
    NOT_ACCEPTABLE("This is not available in an accepted media type."),
    ACCEPT_JSON("Accept application/json."),
    TOO_SLOW("The request did not arrive in time."),
    SEND_AGAIN("Send it again."),
    REQUEST_TOO_LARGE("The request is larger than OBox takes."),
    ADDRESS_TOO_LONG("The address is longer than OBox takes."),
    MEDIA_TYPE_UNKNOWN("The body is not of a media type that this path takes."),
    SEND_JSON_OR_PATCH("Send application/json, or application/merge-patch+json with PATCH."),
    HEADERS_TOO_LARGE("The headers are larger than OBox takes."),
    NO_ANSWER_NOW("OBox can't answer this at the moment."),
    VERSION_UNKNOWN("The request is of an unknown version of HTTP."),
    USE_HTTP_1_1("Use HTTP/1.1."),
    NOT_UNDERSTOOD("The request can't be understood."),
    CONTENT_TYPE("The header Content-Type names no media type."),
    SEND_JSON("Send application/json."),
    ACCEPT("The header Accept names no media types."),
    BODY_CUT_OFF("The body ends too early, or its chunks can't be read."),
    BODY_TOO_LARGE("The body is larger than {most} bytes."),
    SEND_LESS("Send less at a time."),
    TOO_MANY_LARGE("OBox is reading as many large requests as it can hold."),
    PARAMETER_UNKNOWN("There is no such query parameter here."),
    PARAMETER_UNKNOWN_OF("There is no such query parameter here. There are: {names}."),
    PARAMETER_TWICE("This must be given once only."),
    NUL("A text can't hold the character U+0000.");

    private final String pattern;

    HttpMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("http", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
