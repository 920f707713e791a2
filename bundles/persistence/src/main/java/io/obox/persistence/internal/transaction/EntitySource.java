package io.obox.persistence.internal.transaction;

import jakarta.persistence.EntityManager;

/** Where a transaction gets the entity managers of one bundle from. */
public interface EntitySource {
    /** A new entity manager on the connection of the thread's transaction. */
    EntityManager open();

    /** Takes an entity manager back when its transaction is over. */
    void close(EntityManager entities);
}
