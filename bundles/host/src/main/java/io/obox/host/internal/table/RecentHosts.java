package io.obox.host.internal.table;

import io.obox.host.Host;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts as they were lately, for decisions that the rows have the last word on. */
@Component(service = RecentHosts.class)
public final class RecentHosts {
    private final Recent<List<Host>> hosts;

    /** Within the bundle. */
    @Activate
    public RecentHosts(@Reference HostTable table) {
        this(table, Duration.ofMillis(250));
    }

    /** With hosts not older than this. */
    public RecentHosts(HostTable table, Duration maxAge) {
        this.hosts = new Recent<>(table::all, maxAge);
    }

    /** All hosts as they were lately. */
    public List<Host> all() {
        return hosts.get();
    }

    /** All hosts as they are now. */
    public List<Host> fresh() {
        return hosts.fresh();
    }

    /** The hosts with these ids, read again if one of them was not there lately. */
    List<Host> ofAll(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        List<Host> found = of(wanted, all());
        return found.size() == wanted.size() ? found : of(wanted, fresh());
    }

    private static List<Host> of(Set<UUID> ids, List<Host> hosts) {
        return hosts.stream().filter(host -> ids.contains(host.id())).toList();
    }
}
