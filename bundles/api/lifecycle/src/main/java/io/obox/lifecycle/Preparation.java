package io.obox.lifecycle;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/**
 * A whiteboard service of whatever is slow for a bundle's first use, such as its tables and its persistence unit. It is asked
 * to have that ready before a successor is started, so that nobody waits for it once work goes there.
 */
@ConsumerType
public interface Preparation {
    /**
     * Returns when the bundle can be started and will serve at once.
     *
     * @param bundle resolved, but not started yet
     * @return to be closed when the bundle runs and holds by itself what was prepared
     * @throws io.obox.problem.ProblemException if it can't be prepared
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Prepared prepare(Bundle bundle) throws InterruptedException;

    /** Holds what was prepared. */
    interface Prepared extends AutoCloseable {
        @Override
        void close();
    }
}
