package io.obox.mail;

import io.obox.problem.Problem;

/** A mail was not taken, with what to tell administrators of it. Holds no secret. */
public class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean permanent;

    /**
     * With the cause, which is logged but never shown.
     *
     * @param permanent whether it will never be taken as it is: nobody tries again by himself
     */
    public DeliveryException(Problem problem, boolean permanent, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
        this.permanent = permanent;
    }

    /** The same without a cause. */
    public DeliveryException(Problem problem, boolean permanent) {
        super(problem.detail());
        this.problem = problem;
        this.permanent = permanent;
    }

    /** What administrators are told. */
    public Problem problem() {
        return problem;
    }

    /** Whether it will never be taken as it is. */
    public boolean permanent() {
        return permanent;
    }
}
