package io.obox.web.internal.rest;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Where a set of resources begins.
 *
 * @param paths the path of each resource below the application's own, up to its first variable, such as {@code vms}
 * @param bundles ids of the bundles that the resources come from
 * @param resources the path of each resource by its class
 */
record Roots(Set<String> paths, Set<Long> bundles, Map<Class<?>, String> resources) {
    /** In place of a root, where none covers a path. */
    static final String NONE = "";

    @SuppressWarnings("deprecation") // the whiteboard hands over resources as singletons
    static Roots of(ResourceConfig config) {
        List<Class<?>> resources = Stream.<Class<?>>concat(
                        config.getApplication().getSingletons().stream().map(Object::getClass),
                        config.getApplication().getClasses().stream())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .toList();
        return new Roots(
                resources.stream()
                        .map(type -> root(type.getAnnotation(Path.class).value()))
                        .collect(Collectors.toUnmodifiableSet()),
                resources.stream()
                        .map(FrameworkUtil::getBundle)
                        .filter(bundle -> bundle != null)
                        .map(Bundle::getBundleId)
                        .collect(Collectors.toUnmodifiableSet()),
                resources.stream()
                        .distinct()
                        .collect(Collectors.toUnmodifiableMap(
                                type -> type,
                                type -> root(type.getAnnotation(Path.class).value()))));
    }

    private static String root(String template) {
        int variable = template.indexOf('{');
        return trimmed(variable < 0 ? template : template.substring(0, variable));
    }

    /** A path without slashes around it. */
    static String trimmed(String path) {
        int begin = path.startsWith("/") ? 1 : 0;
        int end = path.endsWith("/") && path.length() > begin ? path.length() - 1 : path.length();
        return path.substring(begin, end);
    }

    /** Whether a path, trimmed, lies at or below a root. */
    static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /** The root of the resource that answers at a trimmed path: the longest that covers it. */
    String of(String path) {
        String longest = NONE;
        for (String root : paths) {
            if (root.length() > longest.length() && isBelow(path, root)) {
                longest = root;
            }
        }
        return longest;
    }

    /** Whether any resource begins at or above a trimmed path. */
    boolean cover(String path) {
        for (String root : paths) {
            if (isBelow(path, root)) {
                return true;
            }
        }
        return false;
    }
}
