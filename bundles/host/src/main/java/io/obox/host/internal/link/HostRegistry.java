package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.lifecycle.Drain;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provisioners that are there, by the names of their hosts. */
@Component(service = {HostRegistry.class, Drain.class})
public final class HostRegistry implements Drain {
    private static final Logger LOG = LoggerFactory.getLogger(HostRegistry.class);

    private final Map<ServiceReference<Provisioner>, HostLink> links = new ConcurrentHashMap<>();

    /** A backend has come. */
    @Reference(
            service = Provisioner.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void add(ServiceReference<Provisioner> reference, Provisioner provisioner) {
        links.put(reference, new HostLink(reference, provisioner));
    }

    /** A backend goes. */
    public void remove(ServiceReference<Provisioner> reference) {
        HostLink link = links.remove(reference);
        if (link != null) {
            link.leave();
            link.cutOff();
        }
    }

    /** Names of the hosts that there are. */
    public Set<String> hosts() {
        return links.values().stream().map(HostLink::host).collect(Collectors.toSet());
    }

    /** The backends of the hosts that there are. */
    public Set<String> backends() {
        return links.values().stream().map(HostLink::backend).collect(Collectors.toSet());
    }

    /** The best link of a host, if it has any. */
    public Optional<HostLink> link(String host) {
        return links.values().stream().filter(link -> link.host().equals(host)).min(HostLink.BEST_FIRST);
    }

    /** The same as {@link HostAccess#call}, by the host's name. */
    public <T> T call(String host, HostAccess.Checkpoint checkpoint, HostAccess.Call<T> call)
            throws ProvisionException, InterruptedException {
        while (true) {
            checkpoint.pass();
            HostLink link = link(host)
                    .orElseThrow(() -> new ProvisionException(
                            Kind.UNREACHABLE, "No hypervisor backend is running for host \"" + host + "\"."));
            try {
                return link.call(call);
            } catch (HostLink.CutOff e) {
                LOG.info("The backend of host {} is being replaced; the call is made anew.", host);
            }
        }
    }

    @Override
    public boolean drain(Bundle bundle, Duration grace) throws InterruptedException {
        List<HostLink> old = links.values().stream()
                .filter(link -> link.bundle().equals(bundle))
                .toList();
        old.forEach(HostLink::leave);
        Duration patience = grace.dividedBy(3);
        for (HostLink link : old) {
            if (!link.awaitIdle(patience)) {
                link.cutOff();
            }
        }
        boolean idle = true;
        for (HostLink link : old) {
            idle &= link.awaitIdle(patience);
        }
        return idle;
    }
}
