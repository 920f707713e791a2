package io.obox.lifecycle;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/**
 * A whiteboard service of whatever runs code of other bundles (requests, jobs). When a bundle has been replaced, each drain
 * is asked to let go of the old version before that one is stopped.
 */
@ConsumerType
public interface Drain {
    /**
     * Waits until nothing that began before this call still runs in the bundle.
     *
     * @param bundle the version that is to be stopped; its successor already serves
     * @param grace how long to wait at most
     * @return false if something was still running when the grace ended
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean drain(Bundle bundle, Duration grace) throws InterruptedException;
}
