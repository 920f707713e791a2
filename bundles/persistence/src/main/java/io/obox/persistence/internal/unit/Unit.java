package io.obox.persistence.internal.unit;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.internal.database.ConnectionSource;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.database.SqlFaults;
import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.persistence.internal.tenant.Tenant;
import io.obox.persistence.internal.transaction.EntitySource;
import io.obox.persistence.internal.transaction.JoinedDataSource;
import io.obox.persistence.internal.transaction.ThreadTransactions;
import io.obox.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables and entities of one bundle. Made ready in a thread of its own, which tries until it succeeds; again if the
 * database becomes another one.
 */
public final class Unit implements EntitySource {
    private static final Logger LOG = LoggerFactory.getLogger(Unit.class);
    private static final int TENANT_CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final UnitSource source;
    private final Database database;
    /** Where the bundle itself logs in. */
    private final Database own;

    private final ThreadTransactions transactions;
    private final AtomicInteger open = new AtomicInteger();
    private volatile @Nullable String preparedUrl;
    private volatile @Nullable EntityManagerFactory factory;
    private @Nullable ProblemException failure;
    private boolean preparing;
    private boolean closed;

    /** Begins to prepare at once. */
    public Unit(UnitSource source, Database database, ThreadTransactions transactions) {
        this.source = source;
        this.database = database;
        this.own = source.thirdParty() ? Database.idle(TENANT_CONNECTIONS) : database;
        this.transactions = transactions;
        prepare();
    }

    /** Where the bundle's part of a transaction gets its connection from. */
    ConnectionSource connections() {
        return own;
    }

    /** Symbolic name and version, for messages. */
    public String name() {
        return source.name() + " " + source.version();
    }

    /** Whether tables and entities are ready for the database that is in use. Never blocks. */
    public boolean ready() {
        DatabaseAddress address = database.address();
        String prepared = preparedUrl;
        boolean ready = prepared != null && address != null && prepared.equals(address.url());
        if (!ready) {
            prepare();
        }
        return ready;
    }

    /** Why it is not ready, or null where that is not known or it is. */
    public synchronized @Nullable String reason() {
        return failure == null ? null : failure.problem().detail();
    }

    /**
     * Returns if the unit is ready, else waits a moment for it.
     *
     * @throws ProblemException {@code unavailable} if it does not become ready
     */
    public void require() {
        require(PATIENCE);
    }

    /** The same with another patience. */
    public void require(Duration patience) {
        if (!ready()) {
            await(patience);
        }
    }

    private synchronized void await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!ready() && failure == null && !closed) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw SqlFaults.unavailable(DatabaseMessage.NOT_READY.with(), null);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SqlFaults.unavailable(DatabaseMessage.WAIT_INTERRUPTED.with(), e);
        }
        if (closed) {
            throw SqlFaults.unavailable(DatabaseMessage.STOPPED.with(name()), null);
        }
        if (failure != null) {
            throw new ProblemException(failure.problem(), failure);
        }
    }

    private synchronized void prepare() {
        if (!preparing && !closed) {
            preparing = true;
            Thread.ofVirtual()
                    .inheritInheritableThreadLocals(false)
                    .name("obox-unit-" + source.name())
                    .start(new FutureTask<>(this::prepareUntilDone, null));
        }
    }

    private void prepareUntilDone() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!attempt()) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done();
        }
    }

    private synchronized void done() {
        preparing = false;
        notifyAll();
    }

    /** True if there is nothing left to do. */
    private boolean attempt() throws InterruptedException {
        if (isClosed()) {
            return true;
        }
        if (!database.awaitAddress(Duration.ofSeconds(1))) {
            return false;
        }
        DatabaseAddress address = database.address();
        try {
            if (own != database && address != null) {
                own.setOffered(new Tenant(source.name()).address(database, address));
            }
            source.check();
            new Migrations(source).run(own.unlimited());
            if (!source.entities().isEmpty() && factory == null) {
                deploy();
            }
            succeeded(address);
            return true;
        } catch (Exception | LinkageError e) {
            failed(e);
            return false;
        }
    }

    private void deploy() {
        EntityManagerFactory made =
                transactions.run(transaction -> EntityFactory.create(source, new JoinedDataSource(transactions, own)));
        synchronized (this) {
            if (!closed) {
                factory = made;
                return;
            }
        }
        made.close();
    }

    private synchronized void succeeded(@Nullable DatabaseAddress address) {
        failure = null;
        preparedUrl = address == null ? null : address.url();
        notifyAll();
    }

    private synchronized void failed(Throwable fault) {
        ProblemException problem = fault instanceof ProblemException known
                ? known
                : SqlFaults.unavailable(DatabaseMessage.TABLES_NOT_READY.with(name(), firstLine(root(fault))), fault);
        if (failure == null || !failure.problem().equals(problem.problem())) {
            boolean expected = fault == problem || SqlFaults.isUnavailable(fault);
            LOG.warn("{}", problem.problem().detail(), expected ? null : fault);
        }
        failure = problem;
        notifyAll();
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause == null || cause == fault ? fault : root(cause);
    }

    private static String firstLine(Throwable fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public EntityManager open() {
        EntityManagerFactory known = factory;
        if (known == null) {
            throw new IllegalStateException(
                    name() + " has no entities: it brings no META-INF/persistence.xml that lists them.");
        }
        open.incrementAndGet();
        return known.createEntityManager();
    }

    @Override
    public void close(EntityManager entities) {
        open.decrementAndGet();
        entities.close();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Whether a transaction works with its entities at the moment. */
    public boolean busy() {
        return open.get() > 0;
    }

    /** Lets go of the bundle's classes. Transactions that are still running with its entities fail. */
    public synchronized void close() {
        closed = true;
        EntityManagerFactory known = factory;
        factory = null;
        preparedUrl = null;
        if (known != null) {
            known.close();
        }
        if (own != database) {
            own.close();
        }
        notifyAll();
    }
}
