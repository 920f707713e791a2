package io.obox.http.internal;

import java.util.Comparator;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/** One connection, and whether it is OBox's turn or its client's. Times are nanoseconds on one clock. */
final class ClientConnection {
    /** Who is let go first: those that have never been served, and of these who has been waited for longest. */
    static final Comparator<ClientConnection> LEAST_MISSED = Comparator.<ClientConnection, Boolean>comparing(
                    client -> client.known)
            .thenComparing(ClientConnection::awaitedSince);

    private sealed interface Turn {}

    /**
     * The client's, who may send a request.
     *
     * @param bytes that had come until then
     * @param begun when the first bytes of a request were seen, or {@link #NEVER}
     */
    private record Client(long since, long bytes, long begun) implements Turn {}

    /** OBox's, but for what is still missing of the body, if there is one, and what the client has not taken of the answer. */
    private record Server(@Nullable Body body) implements Turn {}

    private static final long NEVER = -1;

    private final Connection connection;
    private final String origin;
    private final SendProgress sending;
    private volatile Turn turn;
    private volatile boolean known;

    ClientConnection(Connection connection, String origin, SendProgress sending, long now) {
        this.connection = connection;
        this.origin = origin;
        this.sending = sending;
        this.turn = new Client(now, 0, NEVER);
    }

    /** By which connections are counted. */
    String origin() {
        return origin;
    }

    Connection connection() {
        return connection;
    }

    /** Of what is answered. */
    SendProgress sending() {
        return sending;
    }

    /** The headers of a request have come. */
    synchronized void asked(@Nullable Body body) {
        turn = new Server(body);
    }

    /** The request has been answered. */
    synchronized void answered(long now) {
        known = true;
        turn = new Client(now, connection.getBytesIn(), NEVER);
    }

    /** Whether nothing can be done before the client sends more, or takes more. */
    boolean isAwaited() {
        return awaitedSince() != NEVER;
    }

    private long awaitedSince() {
        return switch (turn) {
            case Client client -> client.since();
            case Server(Body body) when body != null && body.awaitedSince() != NEVER -> body.awaitedSince();
            case Server server -> sending.awaitedSince();
        };
    }

    /** Whether the client sends something, but too little of it, or takes too little of what it is sent. */
    synchronized boolean isTooSlow(long now, Patience patience) {
        return switch (turn) {
            case Client client -> isTooSlow(client, now, patience);
            case Server(Body body) when body != null && body.isTooSlow(now, patience) -> true;
            case Server server -> sending.isTooSlow(now);
        };
    }

    private boolean isTooSlow(Client client, long now, Patience patience) {
        if (client.begun() != NEVER) {
            return now - client.begun() > patience.headers().toNanos();
        }
        if (connection.getBytesIn() > client.bytes()) {
            turn = new Client(client.since(), client.bytes(), now);
        }
        return false;
    }

    /** Ends it at once. */
    void end() {
        connection.getEndPoint().close();
    }
}
