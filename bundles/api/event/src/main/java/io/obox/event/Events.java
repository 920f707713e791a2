package io.obox.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where changes are published. Thread-safe; never blocks and never throws. Whoever publishes must work without it too: a
 * reference to it is optional.
 */
@ProviderType
public interface Events {
    /**
     * Tells every listener on this node and, as far as Redis is there, on the others. Inside a transaction call it from
     * {@code Transactions.afterCommit}, so that nobody is told of what was rolled back.
     */
    void publish(Change<?> change);
}
