package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.connection.ConnectionEvents;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.libvirt.event.DomainEventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what a connection tells, on threads of its own; many events close together are told once. */
final class Changes implements ConnectionEvents {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile Consumer<UUID> started = id -> {};

    AutoCloseable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Who is told first of each domain that was started. */
    void onStarted(Consumer<UUID> listener) {
        started = listener;
    }

    @Override
    public void domain(UUID id, DomainEventType type) {
        if (type == DomainEventType.STARTED) {
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .start(new FutureTask<>(() -> tellOfStart(id), null));
        } else {
            connection();
        }
    }

    @Override
    public void connection() {
        if (pending.compareAndSet(false, true)) {
            Thread.ofVirtual().inheritInheritableThreadLocals(false).start(new FutureTask<>(this::tell, null));
        }
    }

    private void tellOfStart(UUID id) {
        try {
            started.accept(id);
        } catch (RuntimeException e) {
            LOG.warn("What follows from the start of guest {} failed", id, e);
        }
        connection();
    }

    private void tell() {
        pending.set(false);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a listener failed", e);
            }
        }
    }
}
