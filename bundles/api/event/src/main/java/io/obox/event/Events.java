package io.obox.event;

import org.osgi.annotation.versioning.ProviderType;

/** Where events are published. Thread-safe; never blocks and never throws. */
@ProviderType
public interface Events {
    /**
     * Tells every listener on this node and, as far as Redis is there, on the others. Inside a transaction call it from
     * {@link io.obox.persistence.Transactions#afterCommit}, so that nobody is told of what was rolled back.
     */
    void publish(Event event);
}
