package io.obox.queue.internal.handler;

import io.obox.job.JobHandler;
import io.obox.queue.internal.foreign.ForeignCalls;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All handlers that are available. Of several for one kind, the one with the highest ranking gets new work. */
@Component(service = Handlers.class)
public final class Handlers {
    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);
    /** How soon one is asked for which there was no thread. */
    private static final Duration ASK_SOON = Duration.ofMillis(100);

    private final Map<ServiceReference<?>, Binding> bindings = new ConcurrentHashMap<>();
    private final ForeignCalls calls = new ForeignCalls("obox-queue-handlers", 4, Duration.ofSeconds(30));
    private final TellingRoom tellingRoom = new TellingRoom();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

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
        Binding binding = new Binding(service);
        bindings.put(service.getServiceReference(), binding);
        ask(binding);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        closed = true;
        calls.close();
    }

    private void ask(Binding binding) {
        if (!closed && holds(binding) && !calls.offer(binding.owner(), () -> answer(binding))) {
            askLater(binding, ASK_SOON);
        }
    }

    private void answer(Binding binding) {
        try {
            binding.ask();
            listeners.forEach(Listener::handlerCame);
        } catch (Throwable e) {
            LOG.warn("The handler {} can't be used at the moment", binding, e);
            askLater(binding, ASK_AGAIN);
        }
    }

    private void askLater(Binding binding, Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> ask(binding));
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

    /** The handler that new work of a kind goes to. One that has just come is given a moment to say what it is. */
    public Optional<Binding> find(String kind) {
        bindings.values().stream()
                .filter(binding -> !binding.known() && binding.mayDo(kind))
                .forEach(Binding::awaitFirstAnswer);
        return Optional.ofNullable(byKind().get(kind));
    }

    /** Whether the handler has not gone meanwhile. */
    public boolean holds(Binding binding) {
        return bindings.get(binding.reference()) == binding;
    }

    /** Every kind that can be done, with how many attempts its handler wants. */
    public Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new HashMap<>();
        byKind().forEach(
                        (kind, binding) -> kinds.put(kind, binding.retryPolicy().maxAttempts()));
        return kinds;
    }

    /** The kinds whose handlers fulfil a condition. */
    Set<String> kinds(Predicate<Binding> condition) {
        Map<String, Binding> chosen = byKind();
        chosen.values().removeIf(condition.negate());
        return chosen.keySet();
    }

    TellingRoom tellingRoom() {
        return tellingRoom;
    }

    private Map<String, Binding> byKind() {
        Map<String, Binding> best = new HashMap<>();
        bindings.values().stream()
                .filter(Binding::known)
                .sorted(Comparator.comparing(Binding::reference))
                .forEach(one -> one.kind().ifPresent(kind -> best.put(kind, one)));
        return best;
    }
}
