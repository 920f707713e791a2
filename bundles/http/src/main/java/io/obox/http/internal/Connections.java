package io.obox.http.internal;

import java.net.SocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/**
 * The open connections. One too many, of its origin or in all, is let in all the same, and takes the place of the one that
 * can be missed best: so whoever fills all places shuts nobody out. Only where each is being served the new one has to go.
 */
final class Connections implements Connection.Listener {
    private final Limits limits;
    private final LongSupplier clock;
    private final Map<Connection, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, Set<Visit>> byOrigin = new HashMap<>();

    /** With a clock of nanoseconds. */
    Connections(Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
    }

    static Connections of(Limits limits) {
        long start = System.nanoTime();
        return new Connections(limits, () -> System.nanoTime() - start);
    }

    @Override
    public void onOpened(Connection connection) {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        Delivery delivery = new Delivery(clock, limits.patience());
        Visit visit = new Visit(connection, Origins.of(remote), delivery, clock.getAsLong());
        add(visit, !limits.proxies().isProxy(remote)).ifPresent(Visit::end);
    }

    /** Adds it, and says which has to go for it: perhaps itself. */
    private synchronized Optional<Visit> add(Visit visit, boolean limited) {
        if (visits.containsKey(visit.connection())) {
            return Optional.empty();
        }
        Set<Visit> same = byOrigin.computeIfAbsent(visit.origin(), first -> new LinkedHashSet<>());
        Optional<Visit> leaving = Optional.empty();
        if (limited && same.size() >= limits.perOrigin()) {
            leaving = leastMissed(same).or(() -> Optional.of(visit));
        } else if (visits.size() >= limits.connections()) {
            leaving = leastMissed(largest())
                    .or(() -> leastMissed(visits.values()))
                    .or(() -> Optional.of(visit));
        }
        same.add(visit);
        visits.put(visit.connection(), visit);
        return leaving;
    }

    private Collection<Visit> largest() {
        return byOrigin.values().stream()
                .max(Comparator.comparingInt(Set::size))
                .orElseThrow();
    }

    private static Optional<Visit> leastMissed(Collection<Visit> visits) {
        return visits.stream().filter(Visit::isAwaited).min(Visit.LEAST_MISSED);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        Visit visit = visits.remove(connection);
        if (visit != null) {
            byOrigin.computeIfPresent(
                    visit.origin(), (origin, same) -> same.remove(visit) && same.isEmpty() ? null : same);
        }
    }

    /** Notes that a request has begun; what is returned has to be handled in its place. */
    Request asked(Request request) {
        Visit visit = visits.get(request.getConnectionMetaData().getConnection());
        if (visit == null) {
            return request;
        }
        Body body = Body.isIn(request) ? new Body(request, clock) : null;
        visit.asked(body);
        request.addHttpStreamWrapper(visit.delivery()::watched);
        Request.addCompletionListener(request, failure -> visit.answered(clock.getAsLong()));
        return body == null ? request : body;
    }

    /** Ends all whose clients are too slow. */
    void endSlow() {
        long now = clock.getAsLong();
        List.copyOf(visits.values()).stream()
                .filter(visit -> visit.isTooSlow(now, limits.patience()))
                .forEach(Visit::end);
    }
}
