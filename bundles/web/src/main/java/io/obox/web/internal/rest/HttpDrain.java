package io.obox.web.internal.rest;

import io.obox.lifecycle.Drain;
import io.obox.web.internal.gateway.Requests;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Waits until no request can be inside a bundle: until its resources have been succeeded, and then until everything that
 * began before has ended. A resource that nobody succeeds is not waited for: requests reach it until it goes. Event streams
 * run no code of other bundles and are not waited for either.
 */
@Component
public final class HttpDrain implements Drain {
    private final RestServlet rest;
    private final Requests requests;

    /** Knows of all requests of this node. */
    @Activate
    public HttpDrain(@Reference RestServlet rest, @Reference Requests requests) {
        this.rest = rest;
        this.requests = requests;
    }

    @Override
    public boolean drain(Bundle bundle, Duration grace) throws InterruptedException {
        long end = System.nanoTime() + grace.toNanos();
        if (!rest.awaitSuccession(bundle, grace)) {
            return false;
        }
        try {
            requests.ended().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return !rest.serves(bundle);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of requests can't fail", e);
        }
    }
}
