package io.obox.web.internal.rest;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.problem.NullCharacter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses query parameters that a resource method does not name, and values that nothing can hold. What it names is found once, when the method is deployed. */
final class QueryParameters implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Set<String> known = Arrays.stream(resource.getResourceMethod().getParameters())
                .flatMap(QueryParameters::names)
                .collect(Collectors.toCollection(TreeSet::new));
        context.register(new Check(known));
    }

    private static Stream<String> names(Parameter parameter) {
        if (!parameter.isAnnotationPresent(BeanParam.class)) {
            return name(parameter);
        }
        Class<?> bean = parameter.getType();
        Stream<? extends AnnotatedElement> ofConstructors = Arrays.stream(bean.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()));
        Stream<? extends AnnotatedElement> ofFields = Arrays.stream(bean.getDeclaredFields());
        return Stream.concat(ofFields, ofConstructors).flatMap(QueryParameters::name);
    }

    private static Stream<String> name(AnnotatedElement element) {
        return Stream.ofNullable(element.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    private record Check(Set<String> known) implements ContainerRequestFilter {
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
            if (!known.contains(name)) {
                return Optional.of(new FieldError("/" + name, "There is no such query parameter here." + others()));
            }
            return values.stream().anyMatch(NullCharacter::isIn)
                    ? Optional.of(NullCharacter.error("/" + name))
                    : Optional.empty();
        }

        private String others() {
            return known.isEmpty() ? "" : " There are: " + String.join(", ", known) + ".";
        }
    }
}
