package io.obox.vm.internal.vms;

import io.obox.host.Capacity;
import io.obox.host.placement.Promised;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts again what owners have and hosts have promised, by the rows of VMs. A version of this bundle from before VMs were counted makes
 * and removes some without a word, and one from before there was a bin counts what is in it, beside this one or after a step back.
 */
record VmRecount(Transactions transactions) {
    private static final Logger LOG = LoggerFactory.getLogger(VmRecount.class);
    private static final String SUMS = """
            count(*) filter (where deleted_at is null) as vms, sum(vcpus) filter (where deleted_at is null) as vcpus,
            sum(memory_mib) filter (where deleted_at is null) as memory_mib, sum(disk_gib) as disk_gib""";
    private static final String DIFFER = """
            where (coalesce(u.vms, 0), coalesce(u.vcpus, 0), coalesce(u.memory_mib, 0), coalesce(u.disk_gib, 0))
                <> (coalesce(v.vms, 0), coalesce(v.vcpus, 0), coalesce(v.memory_mib, 0), coalesce(v.disk_gib, 0))""";
    private static final Sql WRONG = new Sql("select owner_id from vm_usage u full join (select owner_id, " + SUMS
            + " from vm group by owner_id) v using (owner_id) " + DIFFER);
    private static final Sql WRONG_OF = new Sql("select v.vms from (select " + SUMS
            + " from vm where owner_id = ?) v left join vm_usage u on u.owner_id = ? " + DIFFER);
    private static final Sql LOCK = new Sql("""
            insert into vm_usage as u (owner_id, vms, vcpus, memory_mib, disk_gib) values (?, 0, 0, 0, 0)
            on conflict (owner_id) do update set vms = u.vms""");
    private static final Sql COUNT = new Sql("""
            update vm_usage set (vms, vcpus, memory_mib, disk_gib) = (
                select count(*) filter (where deleted_at is null), coalesce(sum(vcpus) filter (where deleted_at is null), 0),
                    coalesce(sum(memory_mib) filter (where deleted_at is null), 0), coalesce(sum(disk_gib), 0)
                from vm where owner_id = ?)
            where owner_id = ?""");

    private static final Sql BY_HOST = new Sql("""
            select host_id, count(*) as vms, coalesce(sum(vcpus) filter (where deleted_at is null), 0) as vcpus,
                coalesce(sum(memory_mib) filter (where deleted_at is null), 0) as memory_mib, sum(disk_gib) as disk_gib
            from vm where host_id is not null group by host_id""");

    /** What VMs have been promised of each host that has any; those in the bin keep their disks only. */
    Map<UUID, Promised> byHost() {
        return transactions
                .sql(connection -> BY_HOST.query(
                        connection,
                        row -> Map.entry(
                                Columns.id(row, "host_id"),
                                new Promised(
                                        row.getInt("vms"),
                                        new Capacity(
                                                row.getInt("vcpus"),
                                                row.getLong("memory_mib"),
                                                row.getLong("disk_gib"))))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * One owner's, if it is wrong: counts and rows are read in one statement, so that whoever is refused waits for nobody to know
     * that they agree. Counted in a statement after the lock, so that it sees what the one who had the lock before has written.
     */
    void of(UUID owner) {
        transactions.sql(connection -> {
            if (WRONG_OF.first(connection, row -> row.getLong(1), owner, owner).isEmpty()) {
                return 0;
            }
            return counted(connection, owner);
        });
    }

    /** One owner's, whose row is there and held to the end of the transaction. */
    void held(UUID owner) {
        transactions.sql(connection -> counted(connection, owner));
    }

    private static int counted(Connection connection, UUID owner) throws SQLException {
        LOCK.update(connection, owner);
        return COUNT.update(connection, owner, owner);
    }

    /** Of all who are counted wrong, each on its own. What is being written at the moment may look wrong, and is not then. */
    void ofAll() {
        List<UUID> wrong = transactions.sql(connection -> WRONG.query(connection, row -> row.getObject(1, UUID.class)));
        wrong.forEach(this::of);
        if (!wrong.isEmpty()) {
            LOG.debug("What {} owners have was counted again.", wrong.size());
        }
    }
}
