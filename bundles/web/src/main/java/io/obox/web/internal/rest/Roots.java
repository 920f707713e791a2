package io.obox.web.internal.rest;

import jakarta.ws.rs.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Where a set of resources begins.
 *
 * @param segments the first path segment of each resource, below the application's own path
 * @param bundles ids of the bundles that the resources come from
 */
record Roots(Set<String> segments, Set<Long> bundles) {
    static final Roots NONE = new Roots(Set.of(), Set.of());

    @SuppressWarnings("deprecation") // the whiteboard hands over resources as singletons
    static Roots of(ResourceConfig config) {
        Collection<Class<?>> resources = Stream.concat(
                        config.getApplication().getSingletons().stream().map(Object::getClass),
                        config.getApplication().getClasses().stream())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toList());
        return new Roots(
                resources.stream().map(Roots::segment).collect(Collectors.toUnmodifiableSet()),
                resources.stream()
                        .map(FrameworkUtil::getBundle)
                        .filter(bundle -> bundle != null)
                        .map(Bundle::getBundleId)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String segment(Class<?> resource) {
        return segment(resource.getAnnotation(Path.class).value());
    }

    /** The first segment of a path, with or without a slash before it. */
    static String segment(String path) {
        int begin = path.startsWith("/") ? 1 : 0;
        int end = path.indexOf('/', begin);
        return end < 0 ? path.substring(begin) : path.substring(begin, end);
    }
}
