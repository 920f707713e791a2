package io.obox.persistence.testkit;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.Transactions;
import io.obox.persistence.internal.database.Database;
import io.obox.persistence.internal.unit.UnitSource;
import io.obox.persistence.internal.unit.Units;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A database of its own for a test, on a real PostgreSQL that is started once in a JVM.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.create()) {
 *     Transactions vms = database.bundle("io.obox.vm", VmEntity.class, ImageEntity.class);
 *     Transactions jobs = database.bundle("io.obox.queue", JobService.class, List.of());
 *     …
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CONNECTIONS = 8;

    static {
        // whoever waits for a database waits for a process on a machine that may be busy
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private final DatabaseAddress address;
    private final Database database;
    private final Units units;

    private TestDatabase(DatabaseAddress address, Database database) {
        this.address = address;
        this.database = database;
        database.setOffered(address);
        this.units = new Units(database);
    }

    /** A new, empty database, for which a busy machine may take its time. */
    public static TestDatabase create() {
        return new TestDatabase(TestServer.create(), new Database(CONNECTIONS, PATIENCE));
    }

    /** The same; {@link CountedSockets} counts what it is asked. */
    public static TestDatabase counted() {
        DatabaseAddress address = TestServer.create();
        String url = address.url() + "&socketFactory=" + CountedSockets.class.getName();
        return new TestDatabase(
                new DatabaseAddress(url, address.user(), address.password()), new Database(CONNECTIONS, PATIENCE));
    }

    /** A new, empty database whose clock is ahead of this machine's by so much, or behind: what a node with a wrong clock sees. */
    public static TestDatabase withClock(Duration ahead) {
        return new TestDatabase(TestServer.createWithClock(ahead), new Database(CONNECTIONS, PATIENCE));
    }

    /** One at a server that the test has started itself. */
    public static TestDatabase at(DatabaseAddress address) {
        return new TestDatabase(address, new Database(CONNECTIONS));
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Whether it answered when it was last used. */
    public boolean reachable() {
        return database.reachable();
    }

    /** The transactions of a bundle with these entities; its migrations stand beside the first one. */
    public Transactions bundle(String name, Class<?>... entities) {
        return bundle(name, entities[0], List.of(entities));
    }

    /** The transactions of a bundle whose migrations stand beside a class, in {@code db/migration}. */
    public Transactions bundle(String name, Class<?> anchor, List<Class<?>> entities) {
        return bundle(name, "1", anchor, entities, ClassPathScripts.beside(anchor));
    }

    /** The same with chosen migrations, as another version of the bundle would bring them. */
    public Transactions bundle(
            String name, String version, Class<?> anchor, List<Class<?>> entities, List<URL> migrations) {
        UnitSource source = new UnitSource(
                name,
                version,
                name + "-" + version + "-" + System.identityHashCode(this),
                anchor.getClassLoader(),
                ClassPathScripts.root(anchor),
                entities.stream().<String>map(Class::getName).toList(),
                migrations);
        Transactions transactions = units.acquire(source.key(), () -> source);
        settle(transactions);
        return transactions;
    }

    /** Waits until the bundle is ready or has failed, so that tests do not depend on the speed of the machine. */
    private void settle(Transactions transactions) {
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (!transactions.ready() && !failed() && Instant.now().isBefore(end)) {
                Thread.sleep(Duration.ofMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean failed() {
        return units.all().stream().anyMatch(unit -> unit.reason() != null);
    }

    @Override
    public void close() {
        units.close();
        database.close();
    }
}
