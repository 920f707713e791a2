package io.obox.host.internal.table;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostEvents;
import io.obox.host.placement.Promised;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import io.obox.provisioner.spi.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of hosts. */
@Component(service = HostTable.class)
public final class HostTable {
    private static final Logger LOG = LoggerFactory.getLogger(HostTable.class);

    private static final Sql SEEN = new Sql("update host set seen_at = now() where id = ? and state <> 'DOWN'");

    private static final Sql SEEN_UNCHANGED = new Sql("""
            update host set seen_at = now()
            where state <> 'DOWN' and uri = ? and cpus = ? and memory_mib = ? and storage_gib = ? and accelerated = ?
                and abilities = ? and id = ?""");

    private static final Sql CHANGED = new Sql("""
            update host set uri = ?, cpus = ?, memory_mib = ?, storage_gib = ?, accelerated = ?, abilities = ?,
                seen_at = now(), state = case state when 'DOWN' then 'UP' else state end, version = version + 1
            where id = ?""");

    private static final Sql RESERVE = new Sql("""
            update host set used_vcpus = used_vcpus + ?, used_memory_mib = used_memory_mib + ?,
                used_disk_gib = used_disk_gib + ?, vms = vms + 1, version = version + 1
            where id = ? and state = 'UP' and used_vcpus + ? <= cpus::bigint * ?
                and used_memory_mib + ? <= memory_mib and used_disk_gib + ? <= storage_gib""");

    /** Only what grows must find room. */
    private static final Sql EXCHANGE = new Sql("""
            update host set used_vcpus = used_vcpus + ?, used_memory_mib = used_memory_mib + ?,
                used_disk_gib = used_disk_gib + ?, version = version + 1
            where id = ? and (? <= 0 or used_vcpus + ? <= cpus::bigint * ?)
                and (? <= 0 or used_memory_mib + ? <= memory_mib) and (? <= 0 or used_disk_gib + ? <= storage_gib)""");

    private static final Sql RELEASE = new Sql("""
            update host set used_vcpus = used_vcpus - ?, used_memory_mib = used_memory_mib - ?,
                used_disk_gib = used_disk_gib - ?, vms = vms - 1, version = version + 1
            where id = ?""");

    private static final Sql LOCK = new Sql("select 1 from host where id = ? for update");

    private static final Sql RECOUNT = new Sql("""
            update host set vms = ?, used_vcpus = ?, used_memory_mib = ?, used_disk_gib = ?, version = version + 1
            where id = ? and (vms, used_vcpus, used_memory_mib, used_disk_gib) <> (?, ?, ?, ?)""");

    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** On the bundle's own tables. */
    @Activate
    public HostTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** All hosts by name. */
    public List<Host> all() {
        return transactions.call(
                entities -> entities.createQuery("select h from HostEntity h order by h.name", HostEntity.class)
                        .getResultStream()
                        .map(entity -> entity.toHost())
                        .toList());
    }

    /** The host with this id. */
    public Optional<Host> find(UUID id) {
        return transactions.call(entities ->
                Optional.ofNullable(entities.find(HostEntity.class, id)).map(entity -> entity.toHost()));
    }

    /** The host with this name. */
    public Optional<Host> named(String name) {
        return transactions.call(
                entities -> entities.createQuery("select h from HostEntity h where h.name = :name", HostEntity.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .findFirst()
                        .map(entity -> entity.toHost()));
    }

    /** The host has said what it has: it is UP. Its row tells of changes only, but always that it was seen. */
    public void answered(UUID id, String uri, Capabilities found) {
        Object[] values = {
            uri,
            found.cpus(),
            found.memoryMib(),
            found.storageGib(),
            found.accelerated(),
            Abilities.text(found.abilities()),
            id
        };
        transactions.call(entities -> {
            boolean changed = !update(SEEN_UNCHANGED, values);
            if (changed) {
                update(CHANGED, values);
                tell(id);
            }
            return changed;
        });
    }

    /**
     * The host answered, and nothing is known to have changed.
     *
     * @return false if it is DOWN
     */
    public boolean seen(UUID id) {
        return update(SEEN, id);
    }

    /** Promises a part of a host, with the commit; refused if the host takes no guests or has not that much left. */
    public void reserve(UUID id, Capacity part, int vcpusPerCpu, Supplier<ProblemException> refusal) {
        transactions.sqlWithCommit(
                RESERVE,
                refusal,
                part.vcpus(),
                part.memoryMib(),
                part.diskGib(),
                id,
                part.vcpus(),
                vcpusPerCpu,
                part.memoryMib(),
                part.diskGib());
    }

    /** Promises a guest another part of its host than it has; whether the host has that much left. */
    public boolean exchange(UUID id, Capacity from, Capacity to, int vcpusPerCpu) {
        int vcpus = to.vcpus() - from.vcpus();
        long memoryMib = to.memoryMib() - from.memoryMib();
        long diskGib = to.diskGib() - from.diskGib();
        transactions.releaseLocksEarly();
        return update(
                EXCHANGE,
                vcpus,
                memoryMib,
                diskGib,
                id,
                vcpus,
                vcpus,
                vcpusPerCpu,
                memoryMib,
                memoryMib,
                diskGib,
                diskGib);
    }

    /** Takes back what was promised. */
    public void release(UUID id, Capacity part) {
        transactions.releaseLocksEarly();
        update(RELEASE, part.vcpus(), part.memoryMib(), part.diskGib(), id);
    }

    /**
     * Counts again what was promised, in a statement after the lock, so that it sees what whoever had the lock before has
     * written.
     */
    public void recount(UUID id, Supplier<Promised> promised) {
        boolean wrong = transactions.call(entities -> {
            transactions.sql(connection -> LOCK.first(connection, row -> row.getInt(1), id));
            Promised now = promised.get();
            Capacity parts = now.parts();
            return update(
                    RECOUNT,
                    now.guests(),
                    parts.vcpus(),
                    parts.memoryMib(),
                    parts.diskGib(),
                    id,
                    now.guests(),
                    parts.vcpus(),
                    parts.memoryMib(),
                    parts.diskGib());
        });
        if (wrong) {
            LOG.warn("What host {} was counted to have promised was wrong, and is corrected.", id);
        }
    }

    private boolean update(Sql sql, @Nullable Object... values) {
        return transactions.sql(connection -> sql.update(connection, values)) > 0;
    }

    /** Tells everybody of the host as it is after this transaction. */
    void tell(UUID id) {
        find(id).ifPresent(host -> tell(about(host)));
    }

    /** The same after a transaction in which nothing but its state changed, and that once. */
    void tellState(UUID id) {
        find(id).ifPresent(host -> tell(about(host).since(host.version() - 1)));
    }

    /** Tells everybody that there is no such host after this transaction. */
    void tellGone(UUID id) {
        tell(Change.removed(HostEvents.TOPIC, id, Audience.everyone()));
    }

    private static Change<HostEvents> about(Host host) {
        return Change.changed(HostEvents.TOPIC, host.id(), Audience.everyone())
                .version(host.version())
                .with(HostEvents.STATE, host.state())
                .with(HostEvents.NAME, host.name())
                .with(HostEvents.CPUS, (long) host.total().vcpus())
                .with(HostEvents.MEMORY_MIB, host.total().memoryMib())
                .with(HostEvents.STORAGE_GIB, host.total().diskGib())
                .with(
                        HostEvents.CAPABILITIES,
                        host.capabilities().stream().sorted().toList())
                .with(HostEvents.ACCELERATED, host.accelerated());
    }

    private void tell(Change<HostEvents> change) {
        transactions.afterCommit(() -> {
            Events target = events;
            if (target != null) {
                target.publish(change);
            }
        });
    }
}
