package io.obox.queue.internal.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the workers of this node what they should look at. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final String WORK = "work";
    private static final String CANCEL = "cancel:";

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Who is told. Called on threads of others, so it returns at once. */
    public interface Listener {
        /** There may be work. */
        void workOffered();

        /** This job, if it runs here, is to be cancelled. */
        void cancelRequested(UUID jobId);
    }

    /** From now on the listener is told. */
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** The listener is told no more. */
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    void work() {
        listeners.forEach(Listener::workOffered);
    }

    void cancel(UUID jobId) {
        listeners.forEach(listener -> listener.cancelRequested(jobId));
    }

    static String cancelMessage(UUID jobId) {
        return CANCEL + jobId;
    }

    void received(String message) {
        if (message.equals(WORK)) {
            work();
        } else if (message.startsWith(CANCEL)) {
            try {
                cancel(UUID.fromString(message.substring(CANCEL.length())));
            } catch (IllegalArgumentException e) {
                LOG.debug("A notice that is none: {}", message);
            }
        }
    }
}
