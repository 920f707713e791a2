package io.obox.queue.internal.handler;

/**
 * A domain failed when it was told of the end of a job; whatever it did in the transaction is void. The fault is no cause, so
 * that it is not taken for one of the transaction itself.
 */
public final class EndingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Throwable fault;

    EndingFailure(Throwable fault) {
        super("A domain failed over the end of a job", null, false, false);
        this.fault = fault;
    }

    /** What the domain threw. */
    public Throwable fault() {
        return fault;
    }
}
