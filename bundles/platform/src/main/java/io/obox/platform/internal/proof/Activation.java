package io.obox.platform.internal.proof;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Brings delayed components to life before anybody needs them: what can't be made shows now, and what is slow is done. They
 * are kept alive by a use of each, which is given back at the end, when others use them. For one thread at a time.
 */
public final class Activation implements AutoCloseable {
    private final BundleContext context;
    private final Components components;
    private final Set<ServiceReference<?>> used = ConcurrentHashMap.newKeySet();

    /** Uses services by the context of whoever tries them. */
    public Activation(BundleContext context, Components components) {
        this.context = context;
        this.components = components;
    }

    /** Services that can't be had, one sentence each; empty if all of the bundle's can. */
    public List<Message> faults(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        Stream<ServiceReference<?>> all = services == null ? Stream.of() : Arrays.stream(services);
        return all.filter(s -> !activates(s))
                .map(s -> fault(bundle, String.valueOf(s.getProperty("component.name"))))
                .toList();
    }

    private Message fault(Bundle bundle, String component) {
        return components
                .failure(bundle, component)
                .map(cause -> UpdateMessage.NOT_ACTIVATED_BY.with(component, cause))
                .orElseGet(() -> UpdateMessage.NOT_ACTIVATED.with(component));
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
