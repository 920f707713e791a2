package io.obox.events.internal;

import io.obox.event.Event;
import io.obox.event.EventListener;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;

/**
 * Which events a listener is told of, and when.
 *
 * @param last after the others
 * @param topics names of topics; none for all
 */
record Wish(boolean last, Set<String> topics) {
    /** As a listener says by its service properties. */
    static Wish of(ServiceReference<EventListener> reference) {
        return new Wish(
                Boolean.parseBoolean(String.valueOf(reference.getProperty(EventListener.LAST))),
                names(reference.getProperty(EventListener.TOPICS)));
    }

    private static Set<String> names(@Nullable Object property) {
        return switch (property) {
            case String[] several -> Set.copyOf(Arrays.asList(several));
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case String one -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    boolean includes(Event event) {
        return topics.isEmpty() || topics.contains(event.change().topic().name());
    }
}
