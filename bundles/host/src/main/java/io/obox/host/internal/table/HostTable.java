package io.obox.host.internal.table;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.HostEvents;
import io.obox.persistence.Transactions;
import io.obox.provisioner.spi.Capabilities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The table of hosts. */
@Component(service = HostTable.class)
public final class HostTable {
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
                        .map(entity -> entity.toHost(Instant.now()))
                        .toList());
    }

    /** The host with this id. */
    public Optional<Host> find(UUID id) {
        return transactions.call(entities ->
                Optional.ofNullable(entities.find(HostEntity.class, id)).map(entity -> entity.toHost(Instant.now())));
    }

    /** The host with this name. */
    public Optional<Host> named(String name) {
        return transactions.call(
                entities -> entities.createQuery("select h from HostEntity h where h.name = :name", HostEntity.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .findFirst()
                        .map(entity -> entity.toHost(Instant.now())));
    }

    /** The host answered. Its row tells of changes only, but always that it was seen. */
    public void answered(UUID newId, String name, String backend, String uri, Capabilities found) {
        List<Object> values = List.of(
                name,
                backend,
                uri,
                found.cpus(),
                found.memoryMib(),
                found.storageGib(),
                found.accelerated(),
                Abilities.text(found.abilities()));
        transactions.call(entities -> {
            boolean changed = !seenUnchanged(values);
            if (changed) {
                write(newId, values);
                tell(name);
            }
            return changed;
        });
    }

    private boolean seenUnchanged(List<Object> values) {
        return update("""
                update host set seen_at = now() where name = ? and state <> 'DOWN' and backend = ? and uri = ? and cpus = ?
                    and memory_mib = ? and storage_gib = ? and accelerated = ? and abilities = ?""", values.toArray());
    }

    private void write(UUID newId, List<Object> values) {
        update("""
                insert into host (name, backend, uri, cpus, memory_mib, storage_gib, accelerated, abilities, id, state,
                    seen_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'UP', now(), 1)
                on conflict (name) do update set backend = excluded.backend, uri = excluded.uri, cpus = excluded.cpus,
                    memory_mib = excluded.memory_mib, storage_gib = excluded.storage_gib,
                    accelerated = excluded.accelerated, abilities = excluded.abilities, seen_at = now(),
                    state = case host.state when 'DOWN' then 'UP' else host.state end, version = host.version + 1""", Stream.concat(values.stream(), Stream.of(newId)).toArray());
    }

    /** The host answered, and nothing is known to have changed. */
    public void seen(String name) {
        update("update host set seen_at = now() where name = ? and state <> 'DOWN'", name);
    }

    /** The host does not answer. One that has never answered is entered without any capacity. */
    public void silent(UUID newId, String name, String backend, String uri) {
        transactions.call(entities -> {
            boolean changed = update(
                            "update host set state = 'DOWN', version = version + 1 where name = ? and state = 'UP'",
                            name)
                    || update("""
                            insert into host (id, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated,
                                abilities, seen_at, version)
                            values (?, ?, ?, ?, 'DOWN', 0, 0, 0, false, '', 'epoch', 1)
                            on conflict (name) do nothing""", newId, name, backend, uri);
            if (changed) {
                tell(name);
            }
            return changed;
        });
    }

    /** Promises a part of a host, if the host takes guests and has that much left. */
    public boolean reserve(UUID id, Capacity part, int vcpusPerCpu) {
        transactions.releaseLocksEarly();
        return update(
                """
                update host set used_vcpus = used_vcpus + ?, used_memory_mib = used_memory_mib + ?,
                    used_disk_gib = used_disk_gib + ?, vms = vms + 1, version = version + 1
                where id = ? and state = 'UP' and used_vcpus + ? <= cpus::bigint * ?
                    and used_memory_mib + ? <= memory_mib and used_disk_gib + ? <= storage_gib""",
                part.vcpus(),
                part.memoryMib(),
                part.diskGib(),
                id,
                part.vcpus(),
                vcpusPerCpu,
                part.memoryMib(),
                part.diskGib());
    }

    /** Takes back what was promised. */
    public void release(UUID id, Capacity part) {
        transactions.releaseLocksEarly();
        update("""
                update host set used_vcpus = used_vcpus - ?, used_memory_mib = used_memory_mib - ?,
                    used_disk_gib = used_disk_gib - ?, vms = vms - 1, version = version + 1
                where id = ?""", part.vcpus(), part.memoryMib(), part.diskGib(), id);
    }

    private boolean update(String sql, @Nullable Object... values) {
        return transactions.sql(connection -> Sql.update(connection, sql, values)) > 0;
    }

    private void tell(String name) {
        named(name).ifPresent(host -> transactions.afterCommit(() -> publish(host)));
    }

    private void publish(Host host) {
        Events target = events;
        if (target != null) {
            target.publish(Change.changed(HostEvents.TOPIC, host.id(), Audience.everyone())
                    .version(host.version())
                    .with(HostEvents.STATE, host.state()));
        }
    }
}
