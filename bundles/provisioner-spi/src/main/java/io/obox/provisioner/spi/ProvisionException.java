package io.obox.provisioner.spi;

import io.obox.message.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call failed. The message is for people, in whole sentences, and holds no secret. */
public class ProvisionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure. */
    public enum Kind {
        /** The host can never do this. */
        REJECTED(false),
        /** There is no such guest, image or network. */
        NOT_FOUND(false),
        /** The host is full at the moment. */
        CAPACITY(true),
        /** The hypervisor does not answer. */
        UNREACHABLE(true),
        /** Anything else; it may work the next time. */
        FAILED(true);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }
    }

    private final Kind kind;
    private final transient @Nullable Message said;

    /** For readers of any language, with no cause. */
    public ProvisionException(Kind kind, Message message) {
        super(message.text());
        this.kind = kind;
        this.said = message;
    }

    /** For readers of any language, with the cause, which is logged but never shown. */
    public ProvisionException(Kind kind, Message message, Throwable cause) {
        super(message.text(), cause);
        this.kind = kind;
        this.said = message;
    }

    /** With no cause. */
    public ProvisionException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.said = null;
    }

    /** With the cause, which is logged but never shown. */
    public ProvisionException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.said = null;
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** What people are told of it. */
    public Message said() {
        return Objects.requireNonNullElseGet(said, () -> Message.plain(String.valueOf(getMessage())));
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return kind.retryable;
    }
}
