package io.obox.host.internal.watch;

import io.obox.host.access.GuestObserver;
import io.obox.host.access.PoolObserver;
import io.obox.host.internal.link.HostAddress;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.table.HostTable;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.ProvisionException;
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

/** Asks one host, writes down what it says of itself, and passes on what it says of its guests and images. */
@Component(service = HostLook.class)
public final class HostLook {
    private final HostRegistry registry;
    private final HostTable hosts;
    private final List<GuestObserver> observers = new CopyOnWriteArrayList<>();
    private final List<PoolObserver> poolObservers = new CopyOnWriteArrayList<>();

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

    /** Somebody wants to know of images. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addPoolObserver(PoolObserver observer) {
        poolObservers.add(observer);
    }

    /** No longer. */
    public void removePoolObserver(PoolObserver observer) {
        poolObservers.remove(observer);
    }

    /** Asks a host what it has and what it can do, and writes that down: it is UP. */
    void enter(UUID host, HostAddress address) throws ProvisionException, InterruptedException {
        Capabilities found = registry.call(address, () -> {}, Provisioner::capabilities);
        hosts.answered(host, address.uri(), found);
    }

    /**
     * Asks a host what its guests do, and tells the observers.
     *
     * @return false if the host is DOWN, so that it is to be entered again
     */
    boolean observe(UUID host, HostAddress address) throws ProvisionException, InterruptedException {
        List<Consumer<List<Observation>>> expecting =
                observers.stream().map(observer -> observer.expect(host)).toList();
        List<Observation> seen = registry.call(address, () -> {}, Provisioner::observeAll);
        boolean up = hosts.seen(host);
        expecting.forEach(observer -> observer.accept(seen));
        return up;
    }

    /** Asks a host which images it keeps, and tells the observers. A backend that knows of none has none. */
    void observePool(UUID host, HostAddress address) throws ProvisionException, InterruptedException {
        List<PooledImage> images = registry.call(
                address,
                () -> {},
                provisioner -> provisioner instanceof ImagePool pool ? pool.images() : List.<PooledImage>of());
        poolObservers.forEach(observer -> observer.seen(host, images));
    }
}
