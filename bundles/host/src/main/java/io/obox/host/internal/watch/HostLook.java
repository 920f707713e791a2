package io.obox.host.internal.watch;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.host.Host;
import io.obox.host.access.GuestObserver;
import io.obox.host.internal.link.HostLink;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.table.HostTable;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one host, writes down what it says of itself, and passes on what it says of its guests. */
@Component(service = HostLook.class)
public final class HostLook {
    private static final Logger LOG = LoggerFactory.getLogger(HostLook.class);

    private final HostRegistry registry;
    private final HostTable hosts;
    private final List<GuestObserver> observers = new CopyOnWriteArrayList<>();
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public HostLook(@Reference HostRegistry registry, @Reference HostTable hosts) {
        this.registry = registry;
        this.hosts = hosts;
    }

    /** Somebody wants to know of guests. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addObserver(GuestObserver observer) {
        observers.add(observer);
    }

    /** No longer. */
    public void removeObserver(GuestObserver observer) {
        observers.remove(observer);
    }

    /**
     * Asks a host what it has and what it can do, and writes that down.
     *
     * @return whether it answered
     */
    public boolean enter(HostLink link) throws InterruptedException {
        try {
            Capabilities found = registry.call(link.host(), () -> {}, Provisioner::capabilities);
            hosts.answered(ids.generate(), link.host(), link.backend(), link.uri(), found);
            return true;
        } catch (ProvisionException e) {
            failed(link, e);
            return false;
        }
    }

    /**
     * Asks a host what its guests do, and tells the observers.
     *
     * @return whether it answered
     */
    public boolean observe(HostLink link) throws InterruptedException {
        List<Consumer<List<Observation>>> expecting = expecting(link);
        try {
            List<Observation> seen = registry.call(link.host(), () -> {}, Provisioner::observeAll);
            hosts.seen(link.host());
            expecting.forEach(observer -> observer.accept(seen));
            return true;
        } catch (ProvisionException e) {
            failed(link, e);
            return false;
        }
    }

    private List<Consumer<List<Observation>>> expecting(HostLink link) {
        UUID id = hosts.named(link.host()).map(Host::id).orElse(null);
        return id == null
                ? List.of()
                : observers.stream().map(observer -> observer.expect(id)).toList();
    }

    private void failed(HostLink link, ProvisionException failure) {
        if (failure.kind() == Kind.UNREACHABLE) {
            hosts.silent(ids.generate(), link.host(), link.backend(), link.uri());
            LOG.debug("Host {} does not answer", link.host(), failure);
        } else {
            LOG.warn("Host {} could not be observed: {}", link.host(), failure.getMessage(), failure);
        }
    }
}
