package io.obox.web.internal.rest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jakartars.whiteboard.JakartarsWhiteboardConstants;

/**
 * Uses each resource for as long as it is registered. The whiteboard asks for all resources again at each change and releases
 * them at once: a component would be made each time, also that of a version which is just going, and for which nothing is
 * left that it needs. Declarative Services would end the use before the whiteboard has been told.
 */
final class ResourceUses implements ServiceListener, AutoCloseable {
    private static final String RESOURCES = "(" + JakartarsWhiteboardConstants.JAKARTA_RS_RESOURCE + "=true)";

    private final BundleContext context;
    private final Set<ServiceReference<?>> used = ConcurrentHashMap.newKeySet();

    private ResourceUses(BundleContext context) {
        this.context = context;
    }

    /** Begins; to be closed when the whiteboard has ended. */
    static ResourceUses begin(BundleContext context) {
        ResourceUses uses = new ResourceUses(context);
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
            used.remove(event.getServiceReference());
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        used.forEach(context::ungetService);
        used.clear();
    }

    private void use(ServiceReference<?> resource) {
        if (used.add(resource) && context.getService(resource) == null) {
            used.remove(resource);
        }
    }
}
