package io.obox.web.internal.rest;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jakartars.whiteboard.JakartarsWhiteboardConstants;

/**
 * Uses each resource for as long as it is registered. The whiteboard asks for all resources again at each change and releases
 * them at once: a component would be made each time, also that of a version which is just going, and for which nothing is
 * left that it needs. Declarative Services would end the use before the whiteboard has been told. So it is known here first
 * that a resource goes; its component is whole until all were told.
 */
final class ResourceUses implements ServiceListener, AutoCloseable {
    private static final String RESOURCES = "(" + JakartarsWhiteboardConstants.JAKARTA_RS_RESOURCE + "=true)";

    private final BundleContext context;
    private final Listener listener;
    private final Map<ServiceReference<?>, Class<?>> used = new ConcurrentHashMap<>();

    private ResourceUses(BundleContext context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    /** Who is told, on the thread of whoever registers the resource. */
    interface Listener {
        /** It can be used. */
        void comes(Class<?> resource);

        /** It can be used until this returns. */
        void goes(Class<?> resource);
    }

    /** Begins; to be closed when the whiteboard has ended. */
    static ResourceUses begin(BundleContext context, Listener listener) {
        ResourceUses uses = new ResourceUses(context, listener);
        try {
            context.addServiceListener(uses, RESOURCES);
            ServiceReference<?>[] present = context.getServiceReferences((String) null, RESOURCES);
            if (present != null) {
                for (ServiceReference<?> resource : present) {
                    uses.use(resource);
                }
            }
            return uses;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter " + RESOURCES + " is false", e);
        }
    }

    /** The whiteboard may learn later of one that goes, and ask once more: the framework ends the use when all were told. */
    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            use(event.getServiceReference());
        } else if (event.getType() == ServiceEvent.UNREGISTERING) {
            Class<?> resource = used.remove(event.getServiceReference());
            if (resource != null) {
                listener.goes(resource);
            }
        }
    }

    /** The resources of a bundle that others succeed, which have their names; one without a name may be succeeded by any. */
    Set<Class<?>> succeeded(Bundle bundle) {
        return used.entrySet().stream()
                .filter(use -> bundle.equals(use.getKey().getBundle()) && isSucceeded(use.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private boolean isSucceeded(ServiceReference<?> resource) {
        Object name = resource.getProperty(JakartarsWhiteboardConstants.JAKARTA_RS_NAME);
        return name == null
                || used.keySet().stream()
                        .filter(other -> !Objects.equals(other.getBundle(), resource.getBundle()))
                        .anyMatch(
                                other -> name.equals(other.getProperty(JakartarsWhiteboardConstants.JAKARTA_RS_NAME)));
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        used.keySet().forEach(context::ungetService);
        used.clear();
    }

    private void use(ServiceReference<?> resource) {
        Object service = used.containsKey(resource) ? null : context.getService(resource);
        if (service == null) {
            return;
        }
        if (used.putIfAbsent(resource, service.getClass()) != null) {
            context.ungetService(resource);
        } else if (resource.getBundle() == null) {
            // it has gone since it was asked for, before anybody could have been told
            used.remove(resource);
        } else {
            listener.comes(service.getClass());
        }
    }
}
