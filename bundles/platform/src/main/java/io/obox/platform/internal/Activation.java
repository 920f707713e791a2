package io.obox.platform.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Brings delayed components to life before anybody needs them: what can't be made shows now, and what is slow is done. They
 * are kept alive by a use of each, which is given back at the end, when others use them. For one thread.
 */
final class Activation implements AutoCloseable {
    private final BundleContext context;
    private final Set<ServiceReference<?>> used = new HashSet<>();

    Activation(BundleContext context) {
        this.context = context;
    }

    /** Services that can't be had, one sentence each; empty if all of the bundle's can. */
    List<String> faults(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        Stream<ServiceReference<?>> all = services == null ? Stream.of() : Arrays.stream(services);
        return all.filter(s -> !activates(s))
                .map(s -> s.getProperty("component.name") + " can't be activated")
                .toList();
    }

    private boolean activates(ServiceReference<?> service) {
        if (service.getBundle() == null || used.contains(service)) {
            return true;
        }
        return context.getService(service) != null && used.add(service);
    }

    @Override
    public void close() {
        used.forEach(context::ungetService);
        used.clear();
    }
}
