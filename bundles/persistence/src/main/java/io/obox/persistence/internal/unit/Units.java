package io.obox.persistence.internal.unit;

import io.obox.persistence.Transactions;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The units of all bundles. One that nobody uses any more is kept for a moment: components come and go, and a unit is dear to
 * make.
 */
@Component(service = Units.class)
public final class Units {
    private static final Duration LINGER = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database database;
    private final ThreadTransactions transactions;
    private final Map<Object, Use> uses = new ConcurrentHashMap<>();

    private record Use(Unit unit, int users) {}

    /** Over one database. */
    @Activate
    public Units(@Reference Database database) {
        this.database = database;
        this.transactions = new ThreadTransactions(database);
    }

    /** The transactions of an owner's unit, which is made if there is none; each call needs a {@link #release}. */
    public Transactions acquire(Object owner, Supplier<UnitSource> source) {
        Use use = uses.compute(
                owner,
                (key, known) -> known == null
                        ? new Use(new Unit(source.get(), database, transactions), 1)
                        : new Use(known.unit(), known.users() + 1));
        return new UnitTransactions(use.unit(), transactions, false);
    }

    /**
     * Makes the owner's unit ready before the owner asks for it; needs a {@link #release} like {@link #acquire}.
     *
     * @throws io.obox.problem.ProblemException {@code unavailable} if it does not become ready; it is released then
     */
    public void prepare(Object owner, Supplier<UnitSource> source, Duration patience) {
        acquire(owner, source);
        boolean ready = false;
        try {
            Use use = uses.get(owner);
            if (use != null) {
                use.unit().require(patience);
            }
            ready = true;
        } finally {
            if (!ready) {
                release(owner);
            }
        }
    }

    /** Lets go of the unit of an owner that may soon ask for it again. */
    public void release(Object owner) {
        release(owner, () -> false);
    }

    /**
     * Lets go of the unit of an owner that may go itself. Until it has gone, those who are inside may begin transactions; then
     * nothing of the unit is kept once they have ended.
     */
    public void release(Object owner, BooleanSupplier gone) {
        Use left = uses.computeIfPresent(owner, (key, use) -> new Use(use.unit(), use.users() - 1));
        if (left != null && left.users() == 0) {
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .name("obox-unit-linger")
                    .start(new FutureTask<>(() -> closeIfUnused(owner, gone), null));
        }
    }

    private void closeIfUnused(Object owner, BooleanSupplier gone) {
        long end = System.nanoTime() + LINGER.toNanos();
        try {
            while (!gone.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
            }
            while (uses.get(owner) instanceof Use use
                    && use.users() == 0
                    && use.unit().busy()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        uses.computeIfPresent(owner, (key, use) -> {
            if (use.users() > 0) {
                return use;
            }
            use.unit().close();
            return null;
        });
    }

    /** In which the transactions of all bundles meet. */
    public ThreadTransactions transactions() {
        return transactions;
    }

    /** All units that somebody uses. */
    public List<Unit> all() {
        return uses.values().stream()
                .filter(use -> use.users() > 0)
                .map(Use::unit)
                .toList();
    }

    /** Whether anything of an owner is left. */
    boolean keeps(Object owner) {
        return uses.containsKey(owner);
    }

    /** Closes every unit. */
    @Deactivate
    public void close() {
        uses.values().forEach(use -> use.unit().close());
        uses.clear();
    }
}
