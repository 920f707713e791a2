package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.host.internal.message.HostMessage;
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

/** The provisioners that are there, by their addresses. */
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

    /** The addresses that there are. */
    public Set<HostAddress> addresses() {
        return links.values().stream().map(HostLink::address).collect(Collectors.toSet());
    }

    /** The backends that there are. */
    public Set<String> backends() {
        return links.values().stream().map(link -> link.address().backend()).collect(Collectors.toSet());
    }

    /** The best link to an address, if there is any. */
    public Optional<HostLink> link(HostAddress address) {
        return links.values().stream()
                .filter(link -> link.address().equals(address))
                .min(HostLink.BEST_FIRST);
    }

    /** The same as {@link HostAccess#call}, at an address of this node. */
    public <T> T call(HostAddress address, HostAccess.Checkpoint checkpoint, HostAccess.Call<T> call)
            throws ProvisionException, InterruptedException {
        while (true) {
            checkpoint.pass();
            HostLink link = link(address)
                    .orElseThrow(() ->
                            new ProvisionException(Kind.UNREACHABLE, HostMessage.NO_BACKEND.with(address.label())));
            try {
                return link.call(call);
            } catch (HostLink.CutOff e) {
                LOG.info("The backend of host {} is being replaced; the call is repeated.", address);
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
