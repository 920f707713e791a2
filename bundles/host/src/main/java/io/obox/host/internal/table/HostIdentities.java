package io.obox.host.internal.table;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.host.internal.link.HostAddress;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which row is whose. A host is what its hypervisor says it is; what nodes call it is a label, which becomes the host's name as far
 * as no other host has it.
 */
@Component(service = HostIdentities.class)
public final class HostIdentities {
    private static final Sql KNOWN = new Sql("select id from host where hypervisor = ? and backend = ?");

    /** One that never answered, or was written by OBox 0.1.0, which knew hosts by their names. */
    private static final Sql ADOPT = new Sql("""
            update host set hypervisor = ?, version = version + 1
            where hypervisor is null and name = ? and backend = ? returning id""");

    private static final Sql TAKEN = new Sql("select 1 from host where name = ?");

    private static final Sql ENTER = new Sql("""
            insert into host (id, hypervisor, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated, abilities,
                seen_at, version)
            values (?, ?, ?, ?, ?, 'DOWN', 0, 0, 0, false, '', now(), 1)""");

    private static final Sql ENTER_UNKNOWN = new Sql("""
            insert into host (id, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated, abilities, seen_at,
                version)
            values (?, ?, ?, ?, 'DOWN', 0, 0, 0, false, '', 'epoch', 1)
            on conflict (name) do nothing""");

    /** What was entered so, and is a host that has another name: not one that OBox 0.1.0 has seen. */
    private static final Sql FORGET_UNKNOWN = new Sql("""
            delete from host
            where hypervisor is null and name = ? and backend = ? and seen_at = 'epoch' and vms = 0
            returning id""");

    private final Transactions transactions;
    private final HostTable hosts;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /** On the bundle's own tables. */
    @Activate
    public HostIdentities(@Reference Transactions transactions, @Reference HostTable hosts) {
        this.transactions = transactions;
        this.hosts = hosts;
    }

    /**
     * The host whose hypervisor this is. One that is new is entered as DOWN, with nothing to promise; one that is known takes the
     * place of what was entered by the label while it did not answer.
     *
     * @throws io.obox.problem.ProblemException {@code conflict} where another node enters one at the same moment
     */
    public UUID host(HostAddress address, UUID hypervisor) {
        return transactions.call(entities -> transactions.sql(connection -> known(connection, address, hypervisor)
                .map(host -> insteadOfUnknown(host, address))
                .or(() -> adopted(address, hypervisor))
                .orElseGet(() -> entered(address, hypervisor))));
    }

    /** A hypervisor has not answered yet: it is entered by its label, unless there is such a host. */
    public void unknown(HostAddress address) {
        transactions.sql(connection ->
                ENTER_UNKNOWN.update(connection, ids.generate(), address.label(), address.backend(), address.uri()));
    }

    private static Optional<UUID> known(Connection connection, HostAddress address, UUID hypervisor)
            throws SQLException {
        return KNOWN.first(connection, row -> Columns.id(row, "id"), hypervisor, address.backend());
    }

    private UUID insteadOfUnknown(UUID host, HostAddress address) {
        transactions
                .sql(connection -> FORGET_UNKNOWN.query(
                        connection, row -> Columns.id(row, "id"), address.label(), address.backend()))
                .forEach(hosts::tellGone);
        return host;
    }

    private Optional<UUID> adopted(HostAddress address, UUID hypervisor) {
        return transactions.sql(connection ->
                ADOPT.first(connection, row -> Columns.id(row, "id"), hypervisor, address.label(), address.backend()));
    }

    private UUID entered(HostAddress address, UUID hypervisor) {
        UUID id = ids.generate();
        transactions.sql(connection -> ENTER.update(
                connection, id, hypervisor, name(connection, address, hypervisor), address.backend(), address.uri()));
        return id;
    }

    private static String name(Connection connection, HostAddress address, UUID hypervisor) throws SQLException {
        List<String> candidates = Stream.of("", "-" + hypervisor.toString().substring(0, 4), "-" + hypervisor)
                .map(addition -> address.label() + addition)
                .toList();
        for (String candidate : candidates) {
            if (TAKEN.first(connection, row -> true, candidate).isEmpty()) {
                return candidate;
            }
        }
        return candidates.getLast();
    }
}
