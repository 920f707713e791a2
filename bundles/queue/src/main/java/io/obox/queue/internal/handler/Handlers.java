package io.obox.queue.internal.handler;

import io.obox.job.JobHandler;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All handlers that are at hand. Of several for one kind, the one with the highest ranking gets new work. */
@Component(service = Handlers.class)
public final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final Map<ServiceReference<?>, Binding> bindings = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Who is told of handlers that come and go. */
    public interface Listener {
        /** There is one more. */
        void handlerCame();

        /** One is about to go; it is stopped as soon as this returns. */
        void handlerGoes(Binding binding);
    }

    /** Called by Declarative Services. */
    @Reference(
            name = "handlers",
            service = JobHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void bind(ComponentServiceObjects<JobHandler<?>> service) {
        bindings.put(service.getServiceReference(), new Binding(service));
        listeners.forEach(Listener::handlerCame);
    }

    /** Called by Declarative Services. */
    public void unbind(ComponentServiceObjects<JobHandler<?>> service) {
        Binding gone = bindings.remove(service.getServiceReference());
        if (gone != null) {
            listeners.forEach(listener -> listener.handlerGoes(gone));
        }
    }

    /** From now on the listener is told. */
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** The listener is told no more. */
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** The handler that new work of a kind goes to. */
    public Optional<Binding> find(String kind) {
        return Optional.ofNullable(byKind().get(kind));
    }

    /** Whether the handler has not gone meanwhile. */
    public boolean holds(Binding binding) {
        return bindings.get(binding.reference()) == binding;
    }

    /** Every kind that can be done, with how many attempts its handler wants. */
    public Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new HashMap<>();
        byKind().forEach((kind, binding) -> {
            try {
                kinds.put(kind, binding.retryPolicy().maxAttempts());
            } catch (RuntimeException e) {
                LOG.warn("The handler {} can't be used", binding, e);
            }
        });
        return kinds;
    }

    private Map<String, Binding> byKind() {
        Map<String, Binding> best = new HashMap<>();
        bindings.values().stream()
                .sorted(Comparator.comparing(Binding::reference))
                .forEach(one -> one.kind().ifPresent(kind -> best.put(kind, one)));
        return best;
    }
}
