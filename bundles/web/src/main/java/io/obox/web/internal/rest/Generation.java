package io.obox.web.internal.rest;

import io.obox.web.internal.gateway.Requests;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgitech.rest.provider.jakartars.RuntimeDelegateService;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The REST application with one fixed set of resources. Serves until a newer one has taken over and its last request ended. */
final class Generation {
    private final ServletContainer jersey;
    private final Roots roots;
    private final ForeignRequests foreign;
    /** By the roots that they lie below, so that one resource that goes waits for no other's. */
    private final Map<String, Requests> requests;

    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile boolean retired;

    private Generation(ServletContainer jersey, Roots roots, ForeignRequests foreign) {
        this.jersey = jersey;
        this.roots = roots;
        this.foreign = foreign;
        this.requests = Stream.concat(roots.paths().stream(), Stream.of(Roots.NONE))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(root -> root, root -> new Requests()));
    }

    /** Builds the application; takes some 100 ms. */
    static Generation build(ResourceConfig config, ServletConfig servlet, BodyRoom room, ForeignRequests foreign)
            throws ServletException {
        Roots roots = Roots.of(config);
        ServletContainer jersey = new ServletContainer(RestFeatures.added(config, room, foreign));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta REST looks for its implementation through the thread's class loader
        thread.setContextClassLoader(RuntimeDelegateService.class.getClassLoader());
        try {
            jersey.init(servlet);
            KnownClasses.rememberIn(jersey.getApplicationHandler().getInjectionManager());
        } finally {
            thread.setContextClassLoader(before);
        }
        return new Generation(jersey, roots, foreign);
    }

    ServletContainer jersey() {
        return jersey;
    }

    Roots roots() {
        return roots;
    }

    /**
     * Serves the request, unless it has been retired or the path was closed: then nothing has happened and the result is false.
     *
     * @param path below the application's own, trimmed
     */
    boolean serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Requests.Running running =
                Objects.requireNonNull(requests.get(roots.of(path))).begin();
        boolean leaves = true;
        try {
            if (retired || isClosed(path)) {
                return false;
            }
            if (!foreign.serve(path, jersey, request, response)) {
                jersey.service(request, response);
            }
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(running));
                leaves = false;
            }
        } finally {
            if (leaves) {
                running.close();
            }
        }
        return true;
    }

    /** Takes no more requests for a resource that goes. Done when nobody is inside any more who may have come to it before. */
    CompletableFuture<Void> close(Class<?> resource) {
        String root = roots.resources().get(resource);
        if (root == null) {
            return CompletableFuture.completedFuture(null);
        }
        closed.add(root);
        return ended(other -> Roots.isBelow(other, root));
    }

    /** Whether a path belongs to a resource that takes no more requests. */
    boolean isClosed(String path) {
        return !closed.isEmpty() && closed.stream().anyMatch(root -> Roots.isBelow(path, root));
    }

    /** Takes no more requests, and ends after its last one. */
    CompletableFuture<Void> retire() {
        retired = true;
        return ended(root -> true).thenRun(jersey::destroy);
    }

    private CompletableFuture<Void> ended(Predicate<String> which) {
        return CompletableFuture.allOf(requests.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(entry -> entry.getValue().ended())
                .toArray(CompletableFuture[]::new));
    }

    private record Leaving(Requests.Running running) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            running.close();
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
