package io.obox.platform.internal.step;

import io.obox.platform.internal.proof.Activation;
import io.obox.problem.ProblemException;
import java.time.Duration;

/** The uses of a new version that an activation holds, given back within a limit: a component may hang when its last one ends. */
record Uses(Activation activation, Duration limit) implements AutoCloseable {
    /**
     * Gives all of them back.
     *
     * @throws ProblemException {@code update-refused} where that took too long
     */
    @Override
    public void close() {
        try {
            Limited.run("release", limit, () -> {
                activation.close();
                return activation;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
