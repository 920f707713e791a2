package io.obox.host.internal.watch;

import io.obox.host.internal.link.HostRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Has every host that there is watched, each by a thread of its own, so that one that hangs holds up no other. */
@Component(service = HostWatches.class, immediate = true)
public final class HostWatches {
    private static final long SEARCH_MILLIS = 500;
    private static final Duration BACKENDS_COME_WITHIN = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private record Watched(HostWatch watch, Thread thread) {}

    private final HostRegistry registry;
    private final HostLook look;
    private final Duration interval;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private final Thread search;
    private final long began = System.nanoTime();

    /** Begins at once. */
    @Activate
    public HostWatches(@Reference HostRegistry registry, @Reference HostLook look) {
        this(registry, look, INTERVAL);
    }

    /** With another time between two looks at a host that hints at nothing. */
    HostWatches(HostRegistry registry, HostLook look, Duration interval) {
        this.registry = registry;
        this.look = look;
        this.interval = interval;
        this.search = Thread.ofVirtual().name("obox-hosts").start(this::search);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        search.interrupt();
        watched.values().forEach(each -> each.thread().interrupt());
    }

    /**
     * Whether every host that there is has been asked at least once. Backends come when their bundles start, so that having
     * none counts only after a time in which one could have come.
     */
    boolean lookedAtAll() {
        Set<String> hosts = registry.hosts();
        if (hosts.isEmpty()) {
            return System.nanoTime() - began > BACKENDS_COME_WITHIN.toNanos();
        }
        return hosts.stream()
                .map(watched::get)
                .allMatch(each -> each != null && each.watch().looked());
    }

    /** Whether a host is being looked at. */
    boolean watching() {
        return watched.values().stream().anyMatch(each -> each.thread().isAlive());
    }

    private void search() {
        try {
            while (true) {
                registry.hosts()
                        .forEach(host -> watched.compute(
                                host,
                                (name, known) -> known != null && known.thread().isAlive() ? known : watch(name)));
                Thread.sleep(SEARCH_MILLIS);
            }
        } catch (InterruptedException e) {
            // after the last watch could have been added
            watched.values().forEach(each -> each.thread().interrupt());
            Thread.currentThread().interrupt();
        }
    }

    private Watched watch(String host) {
        HostWatch watch = new HostWatch(host, registry, look, interval);
        // not a virtual thread: backends call native code, which would hold one of the few carriers
        return new Watched(
                watch, Thread.ofPlatform().daemon().name("obox-host-" + host).start(watch));
    }
}
