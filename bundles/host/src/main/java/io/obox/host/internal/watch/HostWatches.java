package io.obox.host.internal.watch;

import io.obox.host.internal.HostSettings;
import io.obox.host.internal.link.FirstLook;
import io.obox.host.internal.link.HostAddress;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.link.ReachedHosts;
import io.obox.host.internal.table.HostIdentities;
import io.obox.host.internal.table.HostReach;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every host that this node has a backend for watched, each by a thread of its own, so that one that hangs holds up no other.
 * Looks after hosts as well that no node reaches any more.
 */
@Component(
        service = {HostWatches.class, FirstLook.class},
        immediate = true,
        configurationPid = {HostSettings.PID, "$"})
public final class HostWatches implements FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(HostWatches.class);
    private static final Duration SEARCH = Duration.ofMillis(500);
    private static final Duration LEAVING = Duration.ofSeconds(2);
    private static final Duration BACKENDS_COME_WITHIN = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private record Watched(HostWatch watch, Thread thread) {}

    private final HostRegistry registry;
    private final HostIdentities identities;
    private final HostReach reach;
    private final ReachedHosts reached;
    private final HostLook look;
    private final boolean reaches;
    private final Duration interval;
    private final Map<HostAddress, Watched> watched = new ConcurrentHashMap<>();
    private final Thread search;
    private final long began = System.nanoTime();
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Of the search alone. */
    private long sweepDue = began;

    /** Begins at once. */
    @Activate
    public HostWatches(
            @Reference HostRegistry registry,
            @Reference HostIdentities identities,
            @Reference HostReach reach,
            @Reference ReachedHosts reached,
            @Reference HostLook look,
            HostSettings settings) {
        this(registry, identities, reach, reached, look, settings.reach(), INTERVAL);
    }

    /** With another time between two looks at a host that hints at nothing; or for a node that reaches none. */
    public HostWatches(
            HostRegistry registry,
            HostIdentities identities,
            HostReach reach,
            ReachedHosts reached,
            HostLook look,
            boolean reaches,
            Duration interval) {
        this.registry = registry;
        this.identities = identities;
        this.reach = reach;
        this.reached = reached;
        this.look = look;
        this.reaches = reaches;
        this.interval = interval;
        this.search = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-hosts")
                .start(new FutureTask<>(this::search, null));
    }

    /** Ends all watches, and waits a moment for them to tell the other nodes. */
    @Deactivate
    public void deactivate() throws InterruptedException {
        stopped.countDown();
        search.join(LEAVING);
        watched.values().forEach(each -> each.thread().interrupt());
        long end = System.nanoTime() + LEAVING.toNanos();
        for (Watched each : watched.values()) {
            each.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    /** Backends come when their bundles start, so that having none counts only after a time in which one could have come. */
    @Override
    public boolean done() {
        if (!reaches) {
            return true;
        }
        Set<HostAddress> addresses = registry.addresses();
        if (addresses.isEmpty()) {
            return System.nanoTime() - began > BACKENDS_COME_WITHIN.toNanos();
        }
        return addresses.stream()
                .map(watched::get)
                .allMatch(each -> each != null && each.watch().looked());
    }

    private void search() {
        try {
            do {
                guarded(this::look);
                guarded(this::sweepIfDue);
            } while (!stopped.await(SEARCH.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails is done again soon. */
    private static void guarded(Runnable part) {
        try {
            part.run();
        } catch (ProblemException e) {
            LOG.debug("The hosts can't be looked for now", e);
        } catch (RuntimeException | Error e) {
            LOG.error("The hosts could not be looked for", e);
        }
    }

    private void look() {
        Set<HostAddress> addresses = reaches ? registry.addresses() : Set.of();
        addresses.forEach(address -> watched.compute(
                address, (same, known) -> known != null && known.thread().isAlive() ? known : watch(same)));
        watched.forEach((address, each) -> hintIfGone(addresses, address, each));
    }

    private void sweepIfDue() {
        if (System.nanoTime() - sweepDue >= 0) {
            sweepDue = System.nanoTime() + interval.toNanos();
            reach.sweep();
        }
    }

    private static void hintIfGone(Set<HostAddress> addresses, HostAddress address, Watched each) {
        if (!addresses.contains(address)) {
            each.watch().hint();
        }
    }

    private Watched watch(HostAddress address) {
        HostRound round = new HostRound(address, registry, identities, reach, reached, look);
        HostWatch watch = new HostWatch(address, registry, round, interval);
        // not a virtual thread: backends call native code, which would hold one of the few carriers
        return new Watched(
                watch,
                Thread.ofPlatform()
                        .inheritInheritableThreadLocals(false)
                        .daemon()
                        .name("obox-host-" + address.label())
                        .start(new FutureTask<>(watch, null)));
    }
}
