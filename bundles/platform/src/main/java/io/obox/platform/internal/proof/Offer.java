package io.obox.platform.internal.proof;

import io.obox.job.JobHandler;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * What a running bundle does for others.
 *
 * @param services a word for each service: its interface, and where there can be many of one, what tells it from them
 */
public record Offer(Set<String> services) {
    /** What is registered by hand comes and goes with circumstances, and says nothing of a version. */
    private static final String COMPONENT = "component.name";

    /** By these properties whiteboards know services of one interface apart. */
    private static final String[] NAMES = {
        JobHandler.KIND,
        "osgi.jakartars.name",
        "osgi.command.function",
        "osgi.http.whiteboard.servlet.pattern",
        "osgi.http.whiteboard.resource.pattern",
        "hc.name"
    };

    /** What its components have registered at this moment. */
    public static Offer of(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return new Offer(
                services == null
                        ? Set.of()
                        : Arrays.stream(services)
                                .filter(service -> service.getProperty(COMPONENT) != null)
                                .flatMap(Offer::words)
                                .collect(Collectors.toSet()));
    }

    /** What this offers and another does not, in alphabetical order. */
    public Set<String> beyond(Offer other) {
        Set<String> rest = new TreeSet<>(services);
        rest.removeAll(other.services);
        return rest;
    }

    private static Stream<String> words(ServiceReference<?> service) {
        String name = Arrays.stream(NAMES)
                .map(service::getProperty)
                .filter(Objects::nonNull)
                .map(Offer::text)
                .findFirst()
                .orElse("");
        return Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS))
                .filter(type -> !name.isEmpty() || !type.contains(".internal."))
                .map(type -> type.contains(".internal.") ? name : (simple(type) + " " + name).strip());
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String text(Object value) {
        return value instanceof String[] several ? String.join(",", several) : value.toString();
    }
}
