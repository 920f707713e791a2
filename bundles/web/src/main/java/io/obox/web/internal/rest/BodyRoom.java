package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.Settings;
import io.obox.web.internal.message.HttpMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * How large bodies may be, and how much memory those may take in all that are still arriving. The first {@value #FREE} bytes
 * of each are free, so that large bodies which never come to their end keep no small one out.
 */
@Component(
        service = BodyRoom.class,
        configurationPid = {Settings.PID, "$"})
public final class BodyRoom {
    private static final int KIB = 1024;
    private static final int FREE = 16 * KIB;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final long most;
    private final long mostOfStrangers;
    private final Semaphore left;

    /** As configured. */
    @Activate
    public BodyRoom(Settings settings) {
        this(settings.bodyKib() * KIB, settings.openBodyKib() * KIB, settings.bodiesMib() * KIB * KIB);
    }

    /** With sizes in bytes. */
    BodyRoom(int most, int mostOfStrangers, int inAll) {
        this.most = most;
        this.mostOfStrangers = mostOfStrangers;
        this.left = new Semaphore(inAll);
    }

    /** Bytes that a body may have, whether its sender is known or not. */
    long most(boolean stranger) {
        return stranger ? mostOfStrangers : most;
    }

    /**
     * Reads a body to its end; it counts until it is closed.
     *
     * @throws ProblemException {@code rate-limited} if too many others are being read
     */
    Whole read(InputStream in) throws IOException {
        byte[] part = in.readNBytes(FREE);
        if (part.length < FREE) {
            return new Whole(part, 0);
        }
        int taken = 0;
        try {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (part.length > 0) {
                read.write(part);
                part = in.readNBytes(FREE);
                if (!left.tryAcquire(part.length)) {
                    throw full();
                }
                taken += part.length;
            }
            Whole whole = new Whole(read.toByteArray(), taken);
            taken = 0;
            return whole;
        } finally {
            left.release(taken);
        }
    }

    private static ProblemException full() {
        return new ProblemException(Problem.rateLimited(HttpMessage.TOO_MANY_LARGE.with()), SOON);
    }

    /** A body that has arrived. */
    final class Whole implements AutoCloseable {
        private final byte[] bytes;
        private final int counted;

        private Whole(byte[] bytes, int counted) {
            this.bytes = bytes;
            this.counted = counted;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            left.release(counted);
        }
    }
}
