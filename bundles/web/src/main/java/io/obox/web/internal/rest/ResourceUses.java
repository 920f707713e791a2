package io.obox.web.internal.rest;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.jakartars.whiteboard.JakartarsWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Uses each resource for as long as it is registered. The whiteboard asks for all resources again at each change and lets go
 * of them at once: a component would be made each time, also that of a version which is just going, and for which nothing is
 * left that it needs.
 */
final class ResourceUses implements ServiceTrackerCustomizer<Object, Object>, AutoCloseable {
    private static final String RESOURCES = "(" + JakartarsWhiteboardConstants.JAKARTA_RS_RESOURCE + "=true)";

    private final BundleContext context;
    private final ServiceTracker<Object, Object> tracker;

    private ResourceUses(BundleContext context) throws InvalidSyntaxException {
        this.context = context;
        this.tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(RESOURCES), this);
    }

    /** Begins; to be closed when the whiteboard has ended. */
    static ResourceUses begin(BundleContext context) {
        try {
            ResourceUses uses = new ResourceUses(context);
            uses.tracker.open();
            return uses;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter " + RESOURCES + " is false", e);
        }
    }

    @Override
    public @Nullable Object addingService(ServiceReference<Object> reference) {
        return context.getService(reference);
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Object resource) {
        // the same resource under other properties
    }

    /** The whiteboard may learn of this later and ask once more: the framework ends the use when all have been told. */
    @Override
    public void removedService(ServiceReference<Object> reference, Object resource) {
        // nothing to do
    }

    @Override
    public void close() {
        ServiceReference<Object>[] used = tracker.getServiceReferences();
        tracker.close();
        Stream.ofNullable(used).flatMap(Stream::of).forEach(context::ungetService);
    }
}
