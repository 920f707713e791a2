package io.obox.queue.internal.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose turn it is. Owners are served round by round: one that was served in a round comes again in the next, and one that
 * was away comes in the round that is on. So however many jobs an owner has, another's single job waits for one round at the
 * most.
 */
final class Turns {
    private final Map<UUID, Long> nextRound = new HashMap<>();
    private long round;

    /** Owners that have already been served in the round that is on, and by how many rounds they are ahead. */
    record Served(UUID[] owners, Long[] turns) {}

    /** One entry for each job that was taken. */
    synchronized void took(Collection<UUID> owners) {
        long now = round;
        owners.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((owner, jobs) -> {
                    long next = Math.max(now, nextRound.getOrDefault(owner, now)) + jobs;
                    nextRound.put(owner, next);
                    round = Math.max(round, next - 1);
                });
    }

    synchronized Served served() {
        nextRound.values().removeIf(next -> next <= round);
        UUID[] owners = nextRound.keySet().toArray(UUID[]::new);
        Long[] turns = new Long[owners.length];
        for (int i = 0; i < owners.length; i++) {
            turns[i] = nextRound.getOrDefault(owners[i], round) - round;
        }
        return new Served(owners, turns);
    }
}
