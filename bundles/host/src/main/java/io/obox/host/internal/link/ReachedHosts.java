package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.job.Places;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The hosts that this node reaches at the moment, and at which address. */
@Component(service = ReachedHosts.class)
public final class ReachedHosts {
    private final Map<HostAddress, UUID> hosts = new ConcurrentHashMap<>();
    private volatile @Nullable Places places;

    /** The queue wants to know which jobs can run here. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setPlaces(Places queue) {
        places = queue;
        tell();
    }

    /** This one no longer. */
    public void unsetPlaces(Places queue) {
        if (places == queue) {
            places = null;
        }
    }

    /** The hypervisor at the address has answered, and is this host. */
    public void add(HostAddress address, UUID host) {
        if (!host.equals(hosts.put(address, host))) {
            tell();
        }
    }

    /** The hypervisor at the address does not answer. */
    public void remove(HostAddress address) {
        if (hosts.remove(address) != null) {
            tell();
        }
    }

    /** Which host is reached at an address. */
    public Optional<UUID> host(HostAddress address) {
        return Optional.ofNullable(hosts.get(address));
    }

    /** Where a host is reached. */
    public Optional<HostAddress> address(UUID host) {
        return hosts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(host))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void tell() {
        Places queue = places;
        if (queue != null) {
            queue.reach(hosts.entrySet().stream()
                    .map(entry ->
                            HostAccess.place(entry.getValue(), entry.getKey().label()))
                    .collect(Collectors.toSet()));
        }
    }
}
