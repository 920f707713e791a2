package io.obox.web.internal.rest;

import io.obox.web.internal.foreign.ForeignCalls;
import io.obox.web.internal.gateway.Turnstile;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.osgitech.rest.provider.jakartars.RuntimeDelegateService;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The REST application with one fixed set of resources. Serves until a newer one has taken over and its last request ended. */
final class Generation {
    private final ServletContainer jersey;
    private final Roots roots;
    private final Turnstile turnstile = new Turnstile();

    private Generation(ServletContainer jersey, Roots roots) {
        this.jersey = jersey;
        this.roots = roots;
    }

    /** Builds the application; takes some 100 ms. */
    static Generation build(ResourceConfig config, ServletConfig servlet, BodyRoom room, ForeignCalls calls)
            throws ServletException {
        Roots roots = Roots.of(config);
        ServletContainer jersey = new ServletContainer(RestFeatures.added(config, room, calls));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta REST looks for its implementation through the thread's class loader
        thread.setContextClassLoader(RuntimeDelegateService.class.getClassLoader());
        try {
            jersey.init(servlet);
        } finally {
            thread.setContextClassLoader(before);
        }
        return new Generation(jersey, roots);
    }

    ServletContainer jersey() {
        return jersey;
    }

    Roots roots() {
        return roots;
    }

    /** Serves the request, unless it has been retired: then nothing has happened and the result is false. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!turnstile.enter()) {
            return false;
        }
        boolean leaves = true;
        try {
            jersey.service(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving());
                leaves = false;
            }
        } finally {
            if (leaves) {
                turnstile.leave();
            }
        }
        return true;
    }

    /** Takes no more requests, and ends after its last one. */
    CompletableFuture<Void> retire() {
        return turnstile.close().thenRun(jersey::destroy);
    }

    private final class Leaving implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            turnstile.leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
