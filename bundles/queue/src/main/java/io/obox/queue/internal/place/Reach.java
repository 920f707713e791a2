package io.obox.queue.internal.place;

import io.obox.job.Place;
import io.obox.queue.internal.ledger.Needs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** The places that this node reaches: those that any of its bundles says it does. */
@Component(service = Reach.class)
public final class Reach {
    private final Map<Object, Set<String>> said = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Set<String> places = Set.of();

    /** Keys of the places that are reached at the moment. */
    public Set<String> places() {
        return places;
    }

    /** Whether a job with these needs can run here at the moment. */
    public boolean meets(Needs needs) {
        return needs.metBy(places);
    }

    /** From now on the listener is told of each change; it returns at once. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    /** The listener is told no more. */
    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    void say(Object speaker, Collection<Place> reached) {
        said.put(speaker, reached.stream().map(Place::key).collect(Collectors.toUnmodifiableSet()));
        update();
    }

    void forget(Object speaker) {
        said.remove(speaker);
        update();
    }

    private void update() {
        if (gather()) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean gather() {
        Set<String> now = said.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        boolean changed = !now.equals(places);
        places = now;
        return changed;
    }
}
