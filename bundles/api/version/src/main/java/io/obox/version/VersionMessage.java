package io.obox.version;

import io.obox.message.MessageTemplate;

/** What is said of versions. */
enum VersionMessage implements MessageTemplate {
    IF_MATCH_MISSING("The header If-Match is missing."),
    SEND_ETAG("Send the ETag of the version that the change is for."),
    ANOTHER_VERSION("What is there now is not the version that this change is meant for.");

    private final String pattern;

    VersionMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("version", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
