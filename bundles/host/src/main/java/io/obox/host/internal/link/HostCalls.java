package io.obox.host.internal.link;

import io.obox.host.Host;
import io.obox.host.access.HostAccess;
import io.obox.host.internal.table.HostTable;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way to the hosts for other domains, who know them by their ids. */
@Component
public final class HostCalls implements HostAccess {
    private final HostRegistry registry;
    private final HostTable table;
    private final Map<UUID, String> names = new ConcurrentHashMap<>();

    /** Within the bundle. */
    @Activate
    public HostCalls(@Reference HostRegistry registry, @Reference HostTable table) {
        this.registry = registry;
        this.table = table;
    }

    @Override
    public <T> T call(UUID host, Checkpoint checkpoint, Call<T> call) throws ProvisionException, InterruptedException {
        String name =
                names.computeIfAbsent(host, id -> table.find(id).map(Host::name).orElse(""));
        if (name.isEmpty()) {
            names.remove(host);
            throw new ProvisionException(Kind.UNREACHABLE, "The host is not known any more.");
        }
        return registry.call(name, checkpoint, call);
    }

    @Override
    public Set<String> backends() {
        return registry.backends();
    }
}
