package io.obox.job;

import io.obox.message.Message;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** An attempt as its handler sees it. Belongs to the attempt; may be used from threads that the handler starts. */
@ProviderType
public interface JobContext {
    /** The job. */
    UUID jobId();

    /** Whose job it is. */
    UUID ownerId();

    /** Which attempt this is, from 1. */
    int attempt();

    /** How many there will be at most. */
    int maxAttempts();

    /**
     * Says how far the work is. Cheap: what comes faster than people read is merged.
     *
     * @param percent 0 to 100; never shown to go backwards within an attempt
     * @param step what is done now, in a few words
     */
    void progress(int percent, String step);

    /** The same, for readers of any language. */
    default void progress(int percent, Message step) {
        progress(percent, step.text());
    }

    /** Adds a line to the job's log. Must hold no secret. */
    void log(String line);

    /** The same, for readers of any language. */
    default void log(Message line) {
        log(line.text());
    }

    /**
     * To be called before each step that has effects outside.
     *
     * @throws InterruptedException if this attempt no longer counts: cancelled, lease lost, or about to be stopped
     */
    void checkpoint() throws InterruptedException;
}
