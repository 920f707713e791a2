package io.obox.host.internal.table;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which nodes reach which hosts, and which of them watches a host. Both are leases by the database's clock. A host that no node
 * reaches is DOWN.
 */
@Component(service = HostReach.class)
public final class HostReach {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Sql ANNOUNCE = new Sql("""
            insert into host_reach (host_id, life, node, until) values (?, ?, ?, now() + ? * interval '1 millisecond')
            on conflict (host_id, life) do update set node = excluded.node, until = excluded.until""");

    private static final Sql WITHDRAW = new Sql("delete from host_reach where host_id = ? and life = ?");

    private static final Sql FORGET_OLD = new Sql("delete from host_reach where until < now() - interval '1 minute'");

    /** One that OBox 0.1.0 wrote and nobody has adopted goes by when it was last seen, as there. */
    private static final Sql DOWN = new Sql("""
            update host set state = 'DOWN', version = version + 1
            where state = 'UP'
                and not exists (select 1 from host_reach r where r.host_id = host.id and r.until > now())
                and (hypervisor is not null or seen_at < now() - interval '30 seconds')
            returning id""");

    private static final Sql WATCH = new Sql("""
            insert into host_watch (host_id, life, until) values (?, ?, now() + ? * interval '1 millisecond')
            on conflict (host_id) do update set life = excluded.life, until = excluded.until
            where host_watch.life = excluded.life or host_watch.until < now()""");

    private static final Sql LEAVE = new Sql("delete from host_watch where host_id = ? and life = ?");

    private final Transactions transactions;
    private final HostTable hosts;
    private final Node node;
    private final Duration lease;

    /** Within the bundle. */
    @Activate
    public HostReach(@Reference Transactions transactions, @Reference HostTable hosts, @Reference Node node) {
        this(transactions, hosts, node, LEASE);
    }

    /** With leases of this length. */
    public HostReach(Transactions transactions, HostTable hosts, Node node, Duration lease) {
        this.transactions = transactions;
        this.hosts = hosts;
        this.node = node;
        this.lease = lease;
    }

    /** This node reaches the host, and will for the time of a lease. */
    public void announce(UUID host) {
        transactions.sql(connection -> ANNOUNCE.update(connection, host, node.life(), node.name(), lease.toMillis()));
    }

    /** This node does not reach the host any more, nor watch it. */
    public void withdraw(UUID host) {
        transactions.call(entities -> {
            transactions.sql(connection -> LEAVE.update(connection, host, node.life()));
            transactions.sql(connection -> WITHDRAW.update(connection, host, node.life()));
            return sweep();
        });
    }

    /** Hosts that no node reaches are DOWN from now on. */
    public List<UUID> sweep() {
        return transactions.call(entities -> {
            transactions.sql(connection -> FORGET_OLD.update(connection));
            List<UUID> down = transactions.sql(connection -> DOWN.query(connection, row -> Columns.id(row, "id")));
            down.forEach(hosts::tellState);
            return down;
        });
    }

    /** Whether this node is the one that watches the host, for the time of a lease. */
    public boolean watch(UUID host) {
        return transactions.sql(connection -> WATCH.update(connection, host, node.life(), lease.toMillis())) > 0;
    }
}
