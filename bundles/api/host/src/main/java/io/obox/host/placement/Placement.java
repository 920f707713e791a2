package io.obox.host.placement;

import io.obox.host.Capacity;
import io.obox.host.Host;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Promises parts of hosts to guests. Thread-safe. */
@ProviderType
public interface Placement {
    /**
     * Offers hosts that seem to have room, the best first, until one of them can keep it: until an attempt returns instead of
     * throwing the {@code no-capacity} of {@link #reserve}. An attempt is a transaction of its own.
     *
     * @param wanted the only host that will do, or null for any
     * @return what the attempt returned
     * @throws io.obox.problem.ProblemException {@code no-capacity}; {@code validation} of {@code /hostId} where there is no
     *     such host; whatever else an attempt throws
     */
    <T> T place(Capacity part, @Nullable UUID wanted, Function<Host, T> attempt);

    /**
     * The same, but among hosts of which any would do, only those that are fit for the guest at the moment are offered: all, if
     * none is.
     */
    <T> T place(Capacity part, @Nullable UUID wanted, Predicate<Host> fit, Function<Host, T> attempt);

    /**
     * Offers hosts for several guests of the same size that are asked for together: one for each, as if they had been placed one
     * after the other. If an attempt throws the {@code no-capacity} of {@link #reserve}, others are offered once. An attempt is a
     * transaction of its own.
     *
     * @param count how many guests, 1 or more
     * @param wanted the only host that will do, or null for any
     * @param fit of hosts of which any would do, those that are fit for the guests at the moment are offered: all, if none is
     * @return what the attempt returned
     * @throws io.obox.problem.ProblemException {@code no-capacity}; {@code validation} of {@code /hostId} where there is no
     *     such host; whatever else an attempt throws
     */
    <T> T placeAll(
            Capacity part, int count, @Nullable UUID wanted, Predicate<Host> fit, Function<List<Host>, T> attempt);

    /**
     * Promises a part of a host that takes guests and has that much left, in the thread's transaction (see
     * {@link io.obox.persistence.Transactions}). Many want the host's row: it is changed together with the commit.
     *
     * @throws io.obox.problem.ProblemException {@code no-capacity}; of the thread's transaction, when that commits
     */
    void reserve(UUID host, Capacity part);

    /**
     * Promises a guest of a host another part than it has, in the thread's transaction. What it takes less is always given back; what it
     * takes more must be left, though the host need not take new guests.
     *
     * @throws io.obox.problem.ProblemException {@code no-capacity}
     */
    void exchange(UUID host, Capacity from, Capacity to);

    /** Takes back what was promised, in the thread's transaction. */
    void release(UUID host, Capacity part);

    /**
     * Corrects what hosts are counted to have promised, each in a transaction of its own; so not to be called within one.
     *
     * @param promised reads what guests have been promised of each host that has any; asked once more in each of the transactions,
     *     where nobody else can promise anything of that host
     */
    void recount(Supplier<Map<UUID, Promised>> promised);
}
