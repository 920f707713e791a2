package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.foreign.Foreign;
import io.obox.web.internal.foreign.ForeignCalls;
import io.obox.web.internal.message.WebMessage;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container that the whiteboard deploys to. Each change is a new {@link Generation}, built while the old one serves.
 * Where a resource is away for a moment, because its bundle has just been stopped or has not been started yet, requests for
 * it wait, bounded in number and time.
 */
final class RestApplication implements Container, ResourceUses.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(RestApplication.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(3);
    private static final int ROOM = 1000;

    private final ServletConfig servlet;
    private final BodyRoom bodies;
    private final ForeignCalls calls;
    private final Semaphore room = new Semaphore(ROOM);
    private final Object changed = new Object();
    private final Map<String, Long> departed = new ConcurrentHashMap<>();
    /** Resources that are gone, or going, and may yet be part of a generation: the whiteboard is told as late as anybody. */
    private final Set<Class<?>> gone = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile @Nullable Generation current;

    RestApplication(ServletConfig servlet, BodyRoom bodies, ForeignCalls calls) {
        this.servlet = servlet;
        this.bodies = bodies;
        this.calls = calls;
    }

    /**
     * The generation to serve a path with.
     *
     * @param path below the application's own, trimmed
     * @throws ProblemException {@code unavailable} if the path belongs to a resource that is away, and did not come back
     */
    Generation forPath(String path) {
        Generation now = current;
        return now != null && !now.isClosed(path) && (now.roots().cover(path) || !isExpected(path)) ? now : await(path);
    }

    @Override
    public void comes(Class<?> resource) {
        gone.remove(resource);
    }

    /** Nobody is led to it any more, and those who are inside have a moment in which it is still whole. */
    @Override
    public void goes(Class<?> resource) {
        gone.add(resource);
        Generation now = current;
        if (now == null) {
            return;
        }
        try {
            now.close(resource).get(LAST_REQUESTS.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} goes while requests are still inside of it", resource.getName());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of requests can't fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there should be something at the path: OBox itself promises it, or it was there just now. */
    private boolean isExpected(String path) {
        return Contract.ROOTS.stream().anyMatch(root -> Roots.isBelow(path, root))
                || departed.entrySet().stream()
                        .anyMatch(left -> Roots.isBelow(path, left.getKey())
                                && System.nanoTime() - left.getValue() < PATIENCE.toNanos());
    }

    private Generation await(String path) {
        if (!room.tryAcquire()) {
            throw away();
        }
        try {
            return await(path, System.nanoTime() + PATIENCE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(away().problem(), e);
        } finally {
            room.release();
        }
    }

    private Generation await(String path, long end) throws InterruptedException {
        synchronized (changed) {
            Generation now = current;
            while (now == null || now.isClosed(path) || !now.roots().cover(path)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw away();
                }
                TimeUnit.NANOSECONDS.timedWait(changed, left);
                now = current;
            }
            return now;
        }
    }

    private static ProblemException away() {
        return new ProblemException(Problem.unavailable(WebMessage.STARTING.with()));
    }

    /** Waits until none of the resources gets new requests; false if that takes longer than the limit. */
    boolean awaitWithout(Set<Class<?>> resources, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (changed) {
            while (holds(resources)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(changed, left);
            }
            return true;
        }
    }

    private boolean holds(Set<Class<?>> resources) {
        Generation now = current;
        return now != null && !Collections.disjoint(now.roots().resources().keySet(), resources);
    }

    /** Whether resources of the bundle get requests. */
    boolean holds(long bundleId) {
        Generation now = current;
        return now != null && now.roots().bundles().contains(bundleId);
    }

    /** Whether a resource begins at or above the path. */
    boolean serves(String path) {
        Generation now = current;
        return now != null && now.roots().cover(path);
    }

    @Override
    public void reload(ResourceConfig config) {
        try {
            Generation next =
                    Generation.build(config, servlet, bodies, new ForeignRequests(calls, bodies, Foreign::bundle));
            Generation before = replace(next);
            if (before != null) {
                before.retire().whenComplete((done, failure) -> logEnd(failure));
            }
        } catch (ServletException | RuntimeException e) {
            LOG.error("A change of the REST resources can't be taken over; those before it go on serving", e);
        }
    }

    private @Nullable Generation replace(Generation next) {
        synchronized (changed) {
            Generation before = current;
            if (before != null) {
                before.roots().paths().forEach(root -> departed.put(root, System.nanoTime()));
            }
            departed.keySet().removeAll(next.roots().paths());
            current = next;
            List.copyOf(gone).forEach(next::close);
            changed.notifyAll();
            return before;
        }
    }

    private static void logEnd(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("The former REST resources could not be closed cleanly", failure);
        }
    }

    /** Ends the last generation after its last request. */
    void close() {
        Generation last = current;
        if (last != null) {
            last.retire().whenComplete((done, failure) -> logEnd(failure));
        }
    }

    @Override
    public ResourceConfig getConfiguration() {
        return generation().jersey().getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return generation().jersey().getApplicationHandler();
    }

    private Generation generation() {
        Generation now = current;
        if (now == null) {
            throw new IllegalStateException("no REST resources have been deployed yet");
        }
        return now;
    }

    @Override
    public void reload() {
        reload(new ResourceConfig(getConfiguration()));
    }
}
