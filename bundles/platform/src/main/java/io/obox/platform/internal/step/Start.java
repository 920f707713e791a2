package io.obox.platform.internal.step;

import io.obox.platform.internal.proof.Proof;
import io.obox.problem.ProblemException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;

/** The start of a version, which may hang. */
record Start(Proof proof, Graces graces) {
    /**
     * Starts it, and does what else belongs to that.
     *
     * @param what a name for the thread
     * @throws ProblemException {@code update-refused} where it took too long; nobody knows the version's components any more
     */
    void run(String what, Bundle successor, Callable<Bundle> work) throws Exception {
        try {
            Limited.run(what, graces.start(), work);
        } catch (ProblemException e) {
            if (e.getCause() instanceof TimeoutException) {
                abandon(successor, e);
            }
            throw e;
        }
    }

    private void abandon(Bundle successor, ProblemException refusal) throws InterruptedException {
        try {
            Limited.run("abandon", graces.stop(), () -> {
                proof.abandon(successor);
                return successor;
            });
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            refusal.addSuppressed(e);
        }
    }
}
