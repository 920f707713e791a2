package io.obox.host.internal.table;

import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.host.internal.message.HostMessage;
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

/** The hosts as every user may read them; only administrators see how their hypervisors are reached. */
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
        List<Host> all = table.all();
        return caller.isAdmin() ? all : all.stream().map(KnownHost::outline).toList();
    }

    @Override
    public Host get(Caller caller, UUID id) {
        Host host = table.find(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound(HostMessage.NO_SUCH_HOST.with())));
        return caller.isAdmin() ? host : KnownHost.outline(host);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return recent.ofAll(ids).stream().collect(Collectors.toMap(Host::id, Host::name));
    }
}
