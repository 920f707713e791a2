package io.obox.web.internal.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;
import org.glassfish.jersey.server.model.RuntimeResource;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are answered by code that is no part of OBox, told before any of it runs. It goes the way of the REST layer:
 * the first pattern that matches decides, below it too. Where OBox and another bundle answer the same requests, OBox does.
 */
final class ForeignRoutes implements ModelProcessor {
    private final Function<Class<?>, @Nullable Long> bundles;
    private volatile List<RuntimeResource> routes = List.of();

    /**
     * None before the model is known.
     *
     * @param bundles tells the bundle of a resource that is no part of OBox, and null of any other
     */
    ForeignRoutes(Function<Class<?>, @Nullable Long> bundles) {
        this.bundles = bundles;
    }

    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        boolean foreign = model.getRootResources().stream()
                .flatMap(resource -> resource.getHandlerClasses().stream())
                .anyMatch(resource -> bundles.apply(resource) != null);
        routes = foreign ? model.getRuntimeResourceModel().getRuntimeResources() : List.of();
        return model;
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return model;
    }

    /**
     * The bundle that answers, if it is no part of OBox.
     *
     * @param path below the application's own, trimmed
     */
    @Nullable
    Long bundle(String method, String path) {
        return routes.isEmpty() ? null : bundle(routes, method, '/' + path);
    }

    private @Nullable Long bundle(List<RuntimeResource> among, String method, String path) {
        for (RuntimeResource route : among) {
            MatchResult match = route.getPathPattern().match(path);
            String rest = match == null ? null : Objects.requireNonNullElse(match.group(match.groupCount()), "");
            if (rest != null && isEnd(rest) && !route.getResourceMethods().isEmpty()) {
                return answering(route.getResourceMethods(), method);
            }
            if (rest != null && leadsOn(route)) {
                Long below = bundle(route.getChildRuntimeResources(), method, rest);
                return below == null ? locating(route) : below;
            }
        }
        return null;
    }

    private static boolean isEnd(String rest) {
        return rest.isEmpty() || rest.equals("/");
    }

    private static boolean leadsOn(RuntimeResource route) {
        return route.getResourceLocator() != null
                || !route.getChildRuntimeResources().isEmpty();
    }

    private @Nullable Long locating(RuntimeResource route) {
        ResourceMethod locator = route.getResourceLocator();
        return locator == null ? null : bundle(locator);
    }

    /** One that OBox has too is OBox's. */
    private @Nullable Long answering(List<ResourceMethod> methods, String method) {
        String asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        List<ResourceMethod> meant = methods.stream()
                .filter(each -> each.getHttpMethod().equals(asked))
                .toList();
        return meant.stream().allMatch(each -> bundle(each) != null)
                ? meant.stream().map(this::bundle).findFirst().orElse(null)
                : null;
    }

    private @Nullable Long bundle(ResourceMethod method) {
        return bundles.apply(method.getInvocable().getHandler().getHandlerClass());
    }
}
