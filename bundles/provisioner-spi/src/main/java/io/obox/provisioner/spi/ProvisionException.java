package io.obox.provisioner.spi;

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

    /** With no cause. */
    public ProvisionException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** With the cause, which is logged but never shown. */
    public ProvisionException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return kind.retryable;
    }
}
