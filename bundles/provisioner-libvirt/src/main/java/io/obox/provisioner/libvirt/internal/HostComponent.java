package io.obox.provisioner.libvirt.internal;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.Provisioner;
import java.net.URI;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * One host for each factory configuration of {@code io.obox.provisioner.libvirt}. It registers the service itself, because
 * what the service says of its host is named otherwise than the settings, and because there is none without a name: the
 * component's own configuration, which may give a ranking, is not a host.
 */
@Component(
        name = "io.obox.provisioner.libvirt.host",
        service = {},
        immediate = true,
        configurationPid = {"io.obox.provisioner.libvirt", "$"})
public final class HostComponent {
    private static final String POOLS = "/var/lib/libvirt/images/";

    private final @Nullable LibvirtHost host;
    private final @Nullable ServiceRegistration<Provisioner> registration;

    /** Called by Declarative Services. */
    @Activate
    public HostComponent(
            BundleContext context, @Reference EventLoop loop, HostSettings settings, Map<String, Object> properties) {
        if (settings.name().isEmpty()) {
            host = null;
            registration = null;
            return;
        }
        host = host(loop, settings);
        Hashtable<String, Object> service = new Hashtable<>();
        service.put(Provisioner.HOST, settings.name());
        service.put(Provisioner.BACKEND, "libvirt");
        service.put(Provisioner.URI, settings.uri());
        service.put(Constants.SERVICE_RANKING, properties.getOrDefault(Constants.SERVICE_RANKING, 0));
        registration = context.registerService(Provisioner.class, host, service);
    }

    private static LibvirtHost host(EventLoop loop, HostSettings settings) {
        boolean local = URI.create(settings.uri()).getHost() == null;
        return new LibvirtHost(
                loop,
                settings.uri(),
                Acceleration.of(settings.acceleration(), local),
                settings.pool(),
                settings.poolPath().isEmpty() ? POOLS + settings.pool() : settings.poolPath(),
                new Patience(
                        Duration.ofSeconds(settings.readySeconds()), Duration.ofSeconds(settings.shutdownSeconds())));
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        if (registration != null) {
            registration.unregister();
        }
        if (host != null) {
            host.close();
        }
    }
}
