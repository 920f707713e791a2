package io.obox.web.internal.rest;

import io.obox.web.internal.json.JsonBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/**
 * Whether there is a body where one is wanted. That of a write which takes none is read all the same: its sender hears of a
 * field that does nothing, as everywhere else.
 */
final class BodyPresence implements DynamicFeature {
    private static final String REST = Path.class.getPackageName();

    private final JsonBody json;

    BodyPresence(JsonBody json) {
        this.json = json;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (Arrays.stream(method.getParameters()).anyMatch(BodyPresence::isBody)) {
            context.register(new Wanted());
        } else if (!method.isAnnotationPresent(GET.class)) {
            context.register(new Unwanted(json));
        }
    }

    /** The body is what no annotation of the REST layer says anything else of. */
    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith(REST));
    }

    /** What such a body may be. */
    private record Nothing() {}

    private record Wanted() implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!request.hasEntity()) {
                throw JsonBody.missing();
            }
        }
    }

    private record Unwanted(JsonBody json) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            if (request.hasEntity()) {
                json.read(Nothing.class, request.getEntityStream());
            }
        }
    }
}
