package io.obox.provisioner.simulated.internal;

import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Provisioner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * One host for each configuration of {@code io.obox.provisioner.simulated}. It registers the service itself: what the
 * service says of its host follows from the settings rather than being one of them, and without a configuration there is
 * this component, but no host.
 */
@Component(
        name = "io.obox.provisioner.simulated.host",
        service = {},
        immediate = true,
        configurationPid = {"io.obox.provisioner.simulated", "$"})
public final class HostComponent {
    private final @Nullable ServiceRegistration<Provisioner> registration;

    /** Called by Declarative Services. */
    @Activate
    public HostComponent(BundleContext context, Settings settings, Map<String, Object> properties) {
        registration = settings.name().isEmpty() ? null : register(context, settings, properties);
    }

    private static ServiceRegistration<Provisioner> register(
            BundleContext context, Settings settings, Map<String, Object> properties) {
        Hashtable<String, Object> service = new Hashtable<>();
        service.put(Provisioner.HOST, settings.name());
        service.put(Provisioner.BACKEND, "simulated");
        service.put(Provisioner.URI, "simulated://" + settings.name());
        service.put(Constants.SERVICE_RANKING, properties.getOrDefault(Constants.SERVICE_RANKING, 0));
        return context.registerService(Provisioner.class, host(context, settings), service);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        if (registration != null) {
            registration.unregister();
        }
    }

    private static SimulatedHost host(BundleContext context, Settings settings) {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new SimulatedHost(
                Capabilities.builder(settings.cpus(), settings.memoryMib(), settings.storageGib())
                        .build(),
                new Timing(
                        Duration.ofMillis(settings.createMillis()),
                        Duration.ofMillis(settings.bootMillis()),
                        Duration.ofMillis(settings.powerMillis()),
                        settings.jitterPercent(),
                        random),
                InjectedFaults.parse(settings.faults(), random),
                new GuestFiles(data(context, settings).resolve("simulated").resolve(settings.name())));
    }

    private static Path data(BundleContext context, Settings settings) {
        return Path.of(
                settings.data().isEmpty()
                        ? Objects.requireNonNullElse(context.getProperty("obox.data"), "data")
                        : settings.data());
    }
}
