package io.obox.web.internal.event;

import io.obox.event.Audience;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one open page is told. It ends with its reader's connection or login, or when the reader does not keep up. */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int CAPACITY = 500;
    /** An event and not a comment, because a page sees no comments. */
    private static final String HEARTBEAT = "event: heartbeat\ndata: {}\n\n";

    private static final String OPENING = "retry: 1000\n\n" + HEARTBEAT;
    private static final String RESET = "event: reset\ndata: {}\n\n";

    private final String name;
    private final OutputStream out;
    private final Supplier<Caller> login;
    private final Timing timing;
    private final BlockingQueue<StreamEvent> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private volatile Caller caller;
    private volatile boolean open = true;
    private volatile boolean reset;
    private volatile boolean doubted;
    private @Nullable Thread thread;
    private long checked;

    /**
     * Nothing is written before {@link #run}.
     *
     * @param name of the node's stream, as part of the ids
     * @param login checks again who reads
     */
    EventStream(String name, Caller caller, OutputStream out, Supplier<Caller> login, Timing timing) {
        this.name = name;
        this.caller = caller;
        this.out = out;
        this.login = login;
        this.timing = timing;
        this.checked = System.nanoTime() - timing.check().toNanos();
    }

    Caller caller() {
        return caller;
    }

    /** Whether its reader came by this session or token. */
    boolean isOf(UUID credential) {
        return credential.equals(caller.credentialId());
    }

    /** Takes an event that the reader may know of. A reader with too many untold ones is left behind. */
    void offer(StreamEvent event) {
        if (isVisible(event) && !waiting.offer(event)) {
            close();
        }
    }

    private boolean isVisible(StreamEvent event) {
        Audience audience = event.audience();
        return TopicScopes.include(caller, event.topic()) && isFor(audience);
    }

    private boolean isFor(Audience audience) {
        return audience.isEveryone() || caller.visibility().includes(audience.owner());
    }

    /** Whether this account reads it. */
    boolean isOfUser(UUID account) {
        return account.equals(caller.userId());
    }

    /** Has the login checked before anything more is told: its account has changed. */
    void doubt() {
        doubted = true;
    }

    /** Has the reader load everything again, for something may have been missed. */
    void reset() {
        reset = true;
    }

    synchronized void close() {
        open = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** From now on its end interrupts the thread. */
    private synchronized void begin() {
        thread = Thread.currentThread();
    }

    /** No longer: an interrupt would close a connection to the database that a virtual thread reads from. */
    private synchronized void leave() {
        thread = null;
        var unused = Thread.interrupted();
    }

    /** Writes on this thread until the end. */
    void run(List<StreamEvent> missed) {
        begin();
        try {
            // the login may have ended before its end could be told to this stream
            if (!isLoggedIn(timing.check())) {
                return;
            }
            write(OPENING);
            for (StreamEvent event : missed) {
                if (isVisible(event)) {
                    write(event.text(name));
                }
            }
            while (open) {
                next();
            }
        } catch (IOException e) {
            LOG.debug("a reader of events is gone", e);
        } catch (InterruptedException e) {
            LOG.debug("a reader of events was disconnected");
        } finally {
            leave();
        }
    }

    private void next() throws IOException, InterruptedException {
        StreamEvent event = waiting.poll(timing.heartbeat().toNanos(), TimeUnit.NANOSECONDS);
        if (!isLoggedIn(event == null ? timing.idleCheck() : timing.check())) {
            open = false;
            return;
        }
        if (reset) {
            reset = false;
            write(RESET);
        }
        // the reader may know of less than when it was offered
        write(event == null || !isVisible(event) ? HEARTBEAT : event.text(name));
    }

    private boolean isLoggedIn(Duration goodFor) {
        if (!doubted && System.nanoTime() - checked < goodFor.toNanos() && !hasRunOut()) {
            return true;
        }
        doubted = false;
        checked = System.nanoTime();
        leave();
        try {
            return open && isStillLoggedIn() && open;
        } finally {
            begin();
        }
    }

    private boolean hasRunOut() {
        Instant until = caller.validUntil();
        return until != null && !Instant.now().isBefore(until);
    }

    private boolean isStillLoggedIn() {
        try {
            caller = login.get();
            return true;
        } catch (ProblemException e) {
            // while logins can't be checked nobody is thrown out
            return e.problem().status() >= 500;
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * How often.
     *
     * @param heartbeat silence after which a sign of life is written
     * @param check age at which a login has to be checked again before something is told
     * @param idleCheck age at which it has to be checked although there is nothing to tell
     */
    record Timing(Duration heartbeat, Duration check, Duration idleCheck) {}
}
