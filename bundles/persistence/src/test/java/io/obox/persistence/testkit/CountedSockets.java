package io.obox.persistence.testkit;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Connections to PostgreSQL on which the statements that are sent are counted, BEGIN and COMMIT among them, and the trips. The driver makes
 * this factory by its name, so that what is counted can only be static.
 */
public final class CountedSockets extends SocketFactory {
    private static final AtomicLong BY_ALL = new AtomicLong();
    private static final ThreadLocal<AtomicLong> BY_THREAD = ThreadLocal.withInitial(AtomicLong::new);
    private static final ThreadLocal<AtomicLong> TRIPS = ThreadLocal.withInitial(AtomicLong::new);

    /** How many this thread has sent so far. */
    public static long sent() {
        return BY_THREAD.get().get();
    }

    /** How often this thread has waited for PostgreSQL so far: several statements may be sent at once. */
    public static long trips() {
        return TRIPS.get().get();
    }

    /** How many all threads have sent so far. */
    public static long sentByAll() {
        return BY_ALL.get();
    }

    private static void count() {
        BY_ALL.incrementAndGet();
        BY_THREAD.get().incrementAndGet();
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Counted(super.getOutputStream());
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw notConnected();
    }

    private static UnsupportedOperationException notConnected() {
        return new UnsupportedOperationException("The driver connects its sockets itself.");
    }

    /** Follows the messages: a letter for its type, save for the very first ones, and four bytes for the length of the rest. */
    private static final class Counted extends FilterOutputStream {
        private int type;
        private int headerLeft;
        private int length;
        private int bodyLeft;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                follow(bytes[i] & 0xff);
            }
            out.write(bytes, from, count);
        }

        @Override
        public void write(int value) throws IOException {
            follow(value & 0xff);
            out.write(value);
        }

        private void follow(int value) {
            if (bodyLeft > 0) {
                bodyLeft--;
            } else if (headerLeft > 0) {
                length = length << 8 | value;
                if (--headerLeft == 0) {
                    bodyLeft = length - Integer.BYTES;
                    ended();
                }
            } else {
                type = value;
                length = 0;
                // a message without a type begins with its length, which is short
                headerLeft = type == 0 ? Integer.BYTES - 1 : Integer.BYTES;
            }
        }

        private void ended() {
            if (type == 'E' || type == 'Q') {
                count();
            }
            if (type == 'S') { // ends each trip; the driver sends BEGIN along with what follows it
                TRIPS.get().incrementAndGet();
            }
        }
    }
}
