package io.obox.queue.internal.ledger;

import java.util.UUID;

/**
 * One life of the executor of one node. A restarted node is another worker, and so is the successor of a replaced bundle.
 *
 * @param node what the node is called
 */
public record Worker(UUID id, String node) {}
