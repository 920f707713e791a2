package io.obox.host.testkit;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.Host;
import io.obox.host.access.PoolObserver;
import io.obox.host.internal.link.HostAddress;
import io.obox.host.internal.link.HostCalls;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.link.ReachedHosts;
import io.obox.host.internal.placement.HostPlacement;
import io.obox.host.internal.table.HostEntity;
import io.obox.host.internal.table.HostIdentities;
import io.obox.host.internal.table.HostReach;
import io.obox.host.internal.table.HostService;
import io.obox.host.internal.table.HostTable;
import io.obox.host.internal.table.Node;
import io.obox.host.internal.table.RecentHosts;
import io.obox.host.internal.watch.HostLook;
import io.obox.host.internal.watch.HostRound;
import io.obox.host.internal.watch.HostWatches;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.Provisioner;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.ServiceReference;

/** The hosts of one node: one, which is there. */
public final class HostKit {
    /** What every node of a test calls its host. */
    public static final String NAME = "north";

    /** Long enough for a busy machine, short enough to wait for its end. */
    public static final Duration LEASE = Duration.ofSeconds(3);

    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final Transactions transactions;
    public final HostTable table;
    public final HostIdentities identities;
    public final HostReach reach;
    public final HostRegistry registry = new HostRegistry();
    public final ReachedHosts reached = new ReachedHosts();
    public final FakeProvisioner provisioner;
    public final ServiceReference<Provisioner> reference = FakeService.reference(FakeService.bundle("1.0.0"), NAME, 0);
    public final HostService service;
    public final HostPlacement placement;
    public final HostCalls access;
    public final HostLook look;
    public final UUID id;
    private final HostRound round;

    private HostKit(Transactions transactions, String node, FakeProvisioner provisioner, Duration lease) {
        this.transactions = transactions;
        this.provisioner = provisioner;
        table = new HostTable(transactions);
        set(table, "events", (Events) events::add);
        identities = new HostIdentities(transactions, table);
        reach = new HostReach(transactions, table, new Node(node), lease);
        RecentHosts recent = new RecentHosts(table, Duration.ZERO);
        service = new HostService(table, recent);
        placement = new HostPlacement(table, recent, 16);
        access = new HostCalls(registry, reached, () -> true);
        look = new HostLook(registry, table);
        registry.add(reference, provisioner);
        round = round(NAME);
        go();
        id = reached.host(address(NAME)).orElseThrow();
    }

    /** The only node, on the tables of {@link #tables}, which are emptied. */
    public static HostKit alone(Transactions transactions) {
        transactions.sql(
                connection -> connection.createStatement().executeUpdate("truncate host, host_reach, host_watch"));
        return new HostKit(transactions, "alone", new FakeProvisioner(), Duration.ofHours(1));
    }

    /** One of several nodes. */
    public static HostKit node(Transactions transactions, String node, FakeProvisioner provisioner) {
        return new HostKit(transactions, node, provisioner, LEASE);
    }

    /** The tables of the bundle in a test's database. */
    public static Transactions tables(TestDatabase database) {
        return database.bundle("io.obox.host", HostEntity.class);
    }

    /** Another host that answers, which this node calls so. */
    public void answers(String name) {
        registry.add(FakeService.reference(FakeService.bundle("1.0.0"), name, 0), new FakeProvisioner());
        go(round(name));
    }

    /** Looks at its host once. */
    public void go() {
        go(round);
    }

    /** Looks at its host once, and tells who keeps account of images. */
    public void look(PoolObserver observer) {
        look.addPoolObserver(observer);
        go();
        look.removePoolObserver(observer);
    }

    /** Is told that it is about to end. */
    public void leave() {
        round.leave();
    }

    /** The rounds of another of its hosts. */
    public HostRound round(String name) {
        return new HostRound(address(name), registry, identities, reach, reached, look);
    }

    /** Looks at all its hosts from time to time. */
    public HostWatches watches(Duration interval) {
        return new HostWatches(registry, identities, reach, reached, look, true, interval);
    }

    private static HostAddress address(String name) {
        return new HostAddress(name, "fake", "fake://" + name);
    }

    private static void go(HostRound round) {
        try {
            round.go();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public Host host() {
        return table.find(id).orElseThrow();
    }

    public Host named(String name) {
        return table.named(name).orElseThrow();
    }

    /** Gives an object a service of another bundle that it refers to. */
    public static void set(Object object, String name, Object value) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            if (field.getType().isInstance(value)) {
                field.setAccessible(true);
                field.set(object, value);
            }
        } catch (NoSuchFieldException e) {
            // it does not refer to this one
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
