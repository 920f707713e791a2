package io.obox.platform.internal.proof;

import io.obox.job.JobHandler;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Keeps what a bundle offers from all others while it is tried, and jobs from the bundle. It must not be running when this
 * begins nor when it ends, for what was kept back is not told of afterwards.
 */
public final class Quarantine implements FindHook, EventListenerHook, AutoCloseable {
    private final Bundle suspect;
    private final Set<Long> trusted;
    private final ServiceRegistration<?> registration;

    /** Begins. */
    public Quarantine(BundleContext context, Bundle suspect) {
        this.suspect = suspect;
        this.trusted = Set.of(
                Constants.SYSTEM_BUNDLE_ID,
                suspect.getBundleId(),
                context.getBundle().getBundleId());
        this.registration = context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, this, null);
    }

    @Override
    public void find(
            BundleContext viewer,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> found) {
        found.removeIf(service -> hidden(service, viewer));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(listener -> hidden(event.getServiceReference(), listener));
    }

    @Override
    public void close() {
        registration.unregister();
    }

    private boolean hidden(ServiceReference<?> service, BundleContext viewer) {
        Bundle provider = service.getBundle();
        Bundle asking = viewer.getBundle();
        return suspect.equals(provider)
                ? !trusted.contains(asking.getBundleId())
                : suspect.equals(asking) && isJobHandler(service);
    }

    private static boolean isJobHandler(ServiceReference<?> service) {
        return Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                .contains(JobHandler.class.getName());
    }
}
