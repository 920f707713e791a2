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

/** Reads the body of a write that takes none: its sender hears of a field that does nothing, as everywhere else. */
final class UnwantedBody implements DynamicFeature {
    private static final String REST = Path.class.getPackageName();

    private final JsonBody json;

    UnwantedBody(JsonBody json) {
        this.json = json;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (!method.isAnnotationPresent(GET.class)
                && Arrays.stream(method.getParameters()).noneMatch(UnwantedBody::isBody)) {
            context.register(new Check(json));
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

    private record Check(JsonBody json) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            if (request.hasEntity()) {
                json.read(Nothing.class, request.getEntityStream());
            }
        }
    }
}
