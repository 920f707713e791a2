package io.obox.audit.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of the audit log. */
public enum AuditMessage implements MessageTemplate {
    ADMINISTRATORS_ONLY("Only administrators may read the audit log."),
    NO_SUCH_RECORD("There is no such record in the audit log."),
    NO_TIME("A time is written like 2026-05-01T12:00:00Z.");

    private final String pattern;

    AuditMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("audit", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
