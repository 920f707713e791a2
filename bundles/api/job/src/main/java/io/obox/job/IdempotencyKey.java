package io.obox.job;

import java.util.UUID;

/**
 * The caller's own name for a request, under which it may come again without being done again.
 *
 * @param callerId whose name it is: each caller has its own, for 24 hours
 * @param text the name
 * @param asked what is asked for, written as JSON; only a digest of it is kept, which tells another request under the same
 *     name
 */
public record IdempotencyKey(UUID callerId, String text, Object asked) {}
