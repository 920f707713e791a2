package io.obox.web.internal.rest;

import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.problem.NullCharacter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses query parameters that a resource method does not name, those that appear twice where it wants one, and values that
 * nothing can hold. What it names is found once, when the method is deployed.
 */
final class QueryParameters implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Map<String, Boolean> known = new TreeMap<>();
        for (Parameter parameter : resource.getResourceMethod().getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addMembers(known, parameter.getType());
            } else {
                add(known, parameter, parameter.getType());
            }
        }
        context.register(new Check(known));
    }

    private static void addMembers(Map<String, Boolean> known, Class<?> bean) {
        for (Field field : bean.getDeclaredFields()) {
            add(known, field, field.getType());
        }
        for (Constructor<?> constructor : bean.getDeclaredConstructors()) {
            for (Parameter parameter : constructor.getParameters()) {
                add(known, parameter, parameter.getType());
            }
        }
    }

    private static void add(Map<String, Boolean> known, AnnotatedElement element, Class<?> type) {
        QueryParam parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            known.put(parameter.value(), Collection.class.isAssignableFrom(type));
        }
    }

    /**
     * For one method.
     *
     * @param known the parameters by name, and whether each may stand more than once
     */
    private record Check(Map<String, Boolean> known) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getUriInfo().getRequestUri().getRawQuery() == null) {
                return;
            }
            List<FieldError> errors = request.getUriInfo().getQueryParameters().entrySet().stream()
                    .flatMap(parameter -> error(parameter.getKey(), parameter.getValue()).stream())
                    .toList();
            if (!errors.isEmpty()) {
                throw new ProblemException(Problem.validation(errors));
            }
        }

        private Optional<FieldError> error(String name, List<String> values) {
            Boolean repeatable = known.get(name);
            if (repeatable == null) {
                return Optional.of(FieldError.of("/" + name, unknown()));
            }
            if (values.size() > 1 && !repeatable) {
                return Optional.of(FieldError.of("/" + name, HttpMessage.PARAMETER_TWICE.with()));
            }
            return values.stream().anyMatch(NullCharacter::isIn)
                    ? Optional.of(NullCharacter.error("/" + name))
                    : Optional.empty();
        }

        private Message unknown() {
            return known.isEmpty()
                    ? HttpMessage.PARAMETER_UNKNOWN.with()
                    : HttpMessage.PARAMETER_UNKNOWN_OF.with(String.join(", ", known.keySet()));
        }
    }
}
