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
    private final Map<Connection, ClientConnection> clients = new ConcurrentHashMap<>();
    private final Map<String, Set<ClientConnection>> byOrigin = new HashMap<>();

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
        SendProgress sending = new SendProgress(clock, limits.patience());
        ClientConnection client = new ClientConnection(connection, Origins.of(remote), sending, clock.getAsLong());
        add(client, !limits.proxies().isProxy(remote)).ifPresent(ClientConnection::end);
    }

    /** Adds it, and says which has to go for it: perhaps itself. */
    private synchronized Optional<ClientConnection> add(ClientConnection client, boolean limited) {
        if (clients.containsKey(client.connection())) {
            return Optional.empty();
        }
        Set<ClientConnection> same = byOrigin.computeIfAbsent(client.origin(), first -> new LinkedHashSet<>());
        Optional<ClientConnection> leaving = Optional.empty();
        if (limited && same.size() >= limits.perOrigin()) {
            leaving = leastMissed(same).or(() -> Optional.of(client));
        } else if (clients.size() >= limits.connections()) {
            leaving = leastMissed(largest())
                    .or(() -> leastMissed(clients.values()))
                    .or(() -> Optional.of(client));
        }
        same.add(client);
        clients.put(client.connection(), client);
        return leaving;
    }

    private Collection<ClientConnection> largest() {
        return byOrigin.values().stream()
                .max(Comparator.comparingInt(Set::size))
                .orElseThrow();
    }

    private static Optional<ClientConnection> leastMissed(Collection<ClientConnection> clients) {
        return clients.stream().filter(ClientConnection::isAwaited).min(ClientConnection.LEAST_MISSED);
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        ClientConnection client = clients.remove(connection);
        if (client != null) {
            byOrigin.computeIfPresent(
                    client.origin(), (origin, same) -> same.remove(client) && same.isEmpty() ? null : same);
        }
    }

    /** Notes that a request has begun; what is returned has to be handled in its place. */
    Request asked(Request request) {
        ClientConnection client = clients.get(request.getConnectionMetaData().getConnection());
        if (client == null) {
            return request;
        }
        Body body = Body.isIn(request) ? new Body(request, clock) : null;
        client.asked(body);
        request.addHttpStreamWrapper(client.sending()::watched);
        Request.addCompletionListener(request, failure -> client.answered(clock.getAsLong()));
        return body == null ? request : body;
    }

    /** Ends all whose clients are too slow. */
    void endSlow() {
        long now = clock.getAsLong();
        List.copyOf(clients.values()).stream()
                .filter(client -> client.isTooSlow(now, limits.patience()))
                .forEach(ClientConnection::end);
    }
}
