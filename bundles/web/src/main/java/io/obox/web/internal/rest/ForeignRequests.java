package io.obox.web.internal.rest;

import io.obox.web.internal.foreign.ForeignCalls;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.util.function.Function;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/**
 * Has requests that code of other bundles answers dealt with on threads of those bundles, from the choice of the method to the
 * last byte of the answer: parameters, bodies and answers run such code too. Only the body is received before, so that slow
 * clients take none of these threads.
 */
final class ForeignRequests implements DynamicFeature {
    private static final String MARK = "io.obox.web.foreign";

    private final ForeignCalls calls;
    private final BodyRoom room;
    private final Function<Class<?>, @Nullable Long> bundles;
    private final ForeignRoutes routes;

    /**
     * For one generation of resources.
     *
     * @param bundles tells the bundle of a resource that is no part of OBox, and null of any other
     */
    ForeignRequests(ForeignCalls calls, BodyRoom room, Function<Class<?>, @Nullable Long> bundles) {
        this.calls = calls;
        this.room = room;
        this.bundles = bundles;
        this.routes = new ForeignRoutes(bundles);
    }

    /** What learns of the resources when they are deployed. */
    ForeignRoutes routes() {
        return routes;
    }

    /**
     * Serves the request, if code of another bundle answers it; else nothing has happened and the result is false.
     *
     * @param path below the application's own, trimmed
     */
    boolean serve(String path, ServletContainer jersey, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Long bundle = routes.bundle(request.getMethod(), path);
        if (bundle == null) {
            return false;
        }
        request.setAttribute(MARK, true);
        BodyRoom.Whole body = room.read(BodyLimit.limited(request, room));
        calls.lend(bundle, new ReceivedRequest(request, body.bytes()), response, jersey::service, body::close);
        return true;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (bundles.apply(resource.getResourceClass()) != null) {
            context.register(new Expected(), Integer.MIN_VALUE);
        }
    }

    /** What answers where OBox does too was not expected to be reached, and is not. */
    private record Expected() implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getProperty(MARK) == null) {
                throw new NotFoundException();
            }
        }
    }
}
