package io.obox.shell.internal.update;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Brings delayed components to life before anybody needs them: what can't be made shows now, and what is slow is done. */
record Activation(BundleContext context) {
    /** Services that can't be had, one sentence each; empty if all of the bundle's can. */
    List<String> faults(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        Stream<ServiceReference<?>> all = services == null ? Stream.of() : Arrays.stream(services);
        return all.filter(s -> !activates(s))
                .map(s -> s.getProperty("component.name") + " can't be activated")
                .toList();
    }

    /** The service is used by this bundle from now on, which keeps its component alive until one of the two ends. */
    private boolean activates(ServiceReference<?> service) {
        return service.getBundle() == null || context.getService(service) != null;
    }
}
