package io.obox.host.internal.table;

import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts as every user may read them. */
@Component(service = {Hosts.class, HostService.class})
public final class HostService implements Hosts {
    private final HostTable table;
    private final RecentHosts recent;

    /** Within the bundle. */
    @Activate
    public HostService(@Reference HostTable table, @Reference RecentHosts recent) {
        this.table = table;
        this.recent = recent;
    }

    @Override
    public List<Host> list(Caller caller) {
        return table.all();
    }

    @Override
    public Host get(Caller caller, UUID id) {
        return table.find(id).orElseThrow(() -> new ProblemException(Problem.notFound("host")));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return recent.ofAll(ids).stream().collect(Collectors.toMap(Host::id, Host::name));
    }
}
