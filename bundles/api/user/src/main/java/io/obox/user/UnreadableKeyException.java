package io.obox.user;

import io.obox.message.Message;

/** What was given is no public key that OBox accepts. */
public final class UnreadableKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    UnreadableKeyException(Message said) {
        super(said.text());
        this.said = said;
    }

    /** Why, in a sentence for whoever gave it. */
    public Message said() {
        return said;
    }
}
