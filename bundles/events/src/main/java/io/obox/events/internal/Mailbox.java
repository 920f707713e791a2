package io.obox.events.internal;

import io.obox.event.Event;
import io.obox.event.EventListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one listener is still to be told. A listener that does not return in time is interrupted; what it misses until it
 * returns is lost to it alone.
 */
final class Mailbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int CAPACITY = 10_000;

    private final Object owner;
    private final Object key;
    private final Supplier<@Nullable EventListener> source;
    private final Wish wish;
    private final ListenerThreads threads;
    private final Deque<Letter> letters = new ArrayDeque<>();
    private boolean scheduled;
    private boolean lost;
    private boolean overdue;
    private boolean ended;
    private boolean closed;
    private volatile @Nullable EventListener listener;
    private @Nullable Thread caller;
    private long calledAt;

    Mailbox(Object owner, Object key, Supplier<@Nullable EventListener> source, Wish wish, ListenerThreads threads) {
        this.owner = owner;
        this.key = key;
        this.source = source;
        this.wish = wish;
        this.threads = threads;
        threads.watch(this);
    }

    boolean isOf(Object other) {
        return key.equals(other);
    }

    /** Whose listener it is. */
    Object owner() {
        return owner;
    }

    boolean wants(Event event) {
        return wish.includes(event);
    }

    /** Never blocks. */
    synchronized void put(Letter letter) {
        if (closed || ended || overdue || letters.size() >= CAPACITY) {
            lost = true;
            told(letter);
        } else {
            letters.addLast(letter);
        }
        schedule();
    }

    /** Something will never come. */
    synchronized void lose() {
        lost = true;
        schedule();
    }

    /**
     * Nobody tells it of events any more, but that it has missed some it may still hear.
     *
     * @param left whether there were events that had not even come here
     */
    synchronized void end(boolean left) {
        ended = true;
        lost |= left || !letters.isEmpty();
        discard();
        if (lost) {
            schedule();
        }
    }

    /** The listener is gone, or the bus is. */
    synchronized void close() {
        closed = true;
        threads.unwatch(this);
        discard();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void schedule() {
        if (!scheduled && !closed) {
            scheduled = threads.run(this);
        }
    }

    private void discard() {
        letters.forEach(this::told);
        letters.clear();
    }

    private void told(Letter letter) {
        if (!wish.last()) {
            letter.told();
        }
    }

    @Override
    public void run() {
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (!closed && lost) {
            lost = false;
            return () -> call(EventListener::onLoss);
        }
        Letter letter = letters.pollFirst();
        scheduled = letter != null;
        return letter == null ? null : () -> deliver(letter);
    }

    private void deliver(Letter letter) {
        try {
            if (wish.last()) {
                letter.awaitOthers();
            }
            call(told -> told.onEvent(letter.event()));
        } catch (InterruptedException e) {
            close();
        } finally {
            told(letter);
        }
    }

    private void call(Consumer<EventListener> action) {
        begin();
        try {
            EventListener told = listener();
            if (told != null) {
                action.accept(told);
            }
        } catch (Throwable e) {
            // whatever a listener throws, the other events and listeners have nothing to do with it
            if (isClosed()) {
                LOG.debug("{} has gone, and failed on an event", key, e);
            } else {
                LOG.warn("{} failed on an event", key, e);
            }
        } finally {
            end();
        }
    }

    /** Only one thread at a time calls. */
    private @Nullable EventListener listener() {
        EventListener known = listener;
        if (known == null) {
            known = source.get();
            listener = known;
        }
        return known;
    }

    private synchronized void begin() {
        caller = Thread.currentThread();
        calledAt = System.nanoTime();
    }

    private synchronized void end() {
        caller = null;
        lost |= overdue;
        overdue = false;
        // a late interruption is not for the next one on this thread
        var unused = Thread.interrupted();
    }

    /** Interrupts a call that has taken longer, and looks for a thread again where there was none. */
    synchronized void check(Duration limit) {
        if (lost || !letters.isEmpty()) {
            schedule();
        }
        Thread busy = caller;
        if (busy != null && !overdue && System.nanoTime() - calledAt > limit.toNanos()) {
            overdue = true;
            lost = true;
            discard();
            LOG.warn(
                    "{} has not returned from an event within {} ms: it is interrupted, and told of nothing until it returns.",
                    key,
                    limit.toMillis());
            busy.interrupt();
        }
    }
}
