package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way to the hosts for other domains, who know them by their ids. */
@Component
public final class HostCalls implements HostAccess {
    private final HostRegistry registry;
    private final ReachedHosts reached;

    /** Within the bundle. */
    @Activate
    public HostCalls(@Reference HostRegistry registry, @Reference ReachedHosts reached) {
        this.registry = registry;
        this.reached = reached;
    }

    @Override
    public <T> T call(UUID host, Checkpoint checkpoint, Call<T> call) throws ProvisionException, InterruptedException {
        checkpoint.pass();
        HostAddress address = reached.address(host)
                .orElseThrow(() -> new ProvisionException(Kind.UNREACHABLE, "This node does not reach the host."));
        return registry.call(address, checkpoint, call);
    }

    @Override
    public Set<String> backends() {
        return registry.backends();
    }
}
