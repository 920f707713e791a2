package io.obox.vm.internal.hosts;

import io.obox.host.Host;
import io.obox.host.Hosts;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts as every user may read them. */
@Component(service = {Hosts.class, HostService.class})
public final class HostService implements Hosts {
    private final HostTable table;

    /** Within the bundle. */
    @Activate
    public HostService(@Reference HostTable table) {
        this.table = table;
    }

    @Override
    public List<Host> list(Caller caller) {
        return table.all();
    }

    @Override
    public Host get(Caller caller, UUID id) {
        return table.find(id).orElseThrow(() -> new ProblemException(Problem.notFound("host")));
    }
}
