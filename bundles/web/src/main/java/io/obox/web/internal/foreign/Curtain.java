package io.obox.web.internal.foreign;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;

/** Keeps servlets of other bundles from the whiteboard, which would run them on the threads of requests. */
@Component(immediate = true)
public final class Curtain implements FindHook, EventListenerHook {
    @Override
    public void find(
            BundleContext viewer,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> found) {
        if (Foreign.isWhiteboard(viewer.getBundle())) {
            found.removeIf(Foreign::runs);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (Foreign.runs(event.getServiceReference())) {
            listeners.keySet().removeIf(listener -> Foreign.isWhiteboard(listener.getBundle()));
        }
    }
}
