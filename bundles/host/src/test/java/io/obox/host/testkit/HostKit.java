package io.obox.host.testkit;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.Host;
import io.obox.host.internal.link.HostCalls;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.placement.HostPlacement;
import io.obox.host.internal.table.HostEntity;
import io.obox.host.internal.table.HostService;
import io.obox.host.internal.table.HostTable;
import io.obox.host.internal.table.RecentHosts;
import io.obox.host.internal.watch.HostLook;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Provisioner;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.ServiceReference;

/** The hosts of one node: one, which is there. */
public final class HostKit {
    public static final String NAME = "north";

    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final Transactions transactions;
    public final HostTable table;
    public final HostRegistry registry = new HostRegistry();
    public final FakeProvisioner provisioner = new FakeProvisioner();
    public final ServiceReference<Provisioner> reference = FakeService.reference(FakeService.bundle("1.0.0"), NAME, 0);
    public final HostService service;
    public final HostPlacement placement;
    public final HostCalls access;
    public final HostLook look;
    public final UUID id;

    /** On the tables of {@link #tables}, which are emptied. */
    public HostKit(Transactions transactions) {
        this.transactions = transactions;
        table = new HostTable(transactions);
        set(table, "events", (Events) events::add);
        RecentHosts recent = new RecentHosts(table, Duration.ZERO);
        service = new HostService(table, recent);
        placement = new HostPlacement(table, recent, 16);
        access = new HostCalls(registry, table);
        look = new HostLook(registry, table);
        transactions.sql(connection -> connection.createStatement().executeUpdate("truncate host"));
        answers(NAME);
        id = named(NAME).id();
        registry.add(reference, provisioner);
    }

    /** The tables of the bundle in a test's database. */
    public static Transactions tables(TestDatabase database) {
        return database.bundle("io.obox.host", HostEntity.class);
    }

    /** A host of this name has said what it has. */
    public void answers(String name) {
        table.answered(UUID.randomUUID(), name, "fake", "fake://" + name, capabilities());
    }

    /** The host of this name does not answer. */
    public void silent(String name) {
        table.silent(UUID.randomUUID(), name, "fake", "fake://" + name);
    }

    public Host host() {
        return table.find(id).orElseThrow();
    }

    public Host named(String name) {
        return table.named(name).orElseThrow();
    }

    private static Capabilities capabilities() {
        return new Capabilities(4, 8192, 100, false, Set.of());
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
