package io.obox.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
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
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps services of bundles that are no part of OBox from the whiteboards, which would run them on the threads of requests:
 * servlets, for which {@code web} has stand-ins, and whatever stands before what others serve. It is here and not in
 * {@code web} so that it is there before the first servlet, and while {@code web} is away.
 */
@Component(immediate = true)
public final class Curtain implements FindHook, EventListenerHook {
    private static final Logger LOG = LoggerFactory.getLogger(Curtain.class);

    private static final String OWN = "io.obox.";
    private static final String SERVLET_WHITEBOARD = "org.apache.felix.http";
    private static final String REST_WHITEBOARD = "io.obox.web";
    private static final String REST_EXTENSION = "osgi.jakartars.extension";
    /** What {@code web} gives to a service that stands in for a servlet. */
    private static final String STAND_IN = "obox.stand-in";

    private static final Set<String> RUN = Set.of(
            Servlet.class.getName(),
            Filter.class.getName(),
            Preprocessor.class.getName(),
            ServletContextHelper.class.getName());

    @Override
    public void find(
            BundleContext viewer,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> found) {
        Bundle bundle = viewer.getBundle();
        if (isServletWhiteboard(bundle)) {
            found.removeIf(Curtain::isRunByServletWhiteboard);
        } else if (isRestWhiteboard(bundle)) {
            found.removeIf(Curtain::isRestExtension);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> service = event.getServiceReference();
        if (isRunByServletWhiteboard(service)) {
            listeners.keySet().removeIf(listener -> isServletWhiteboard(listener.getBundle()));
        }
        if (isRestExtension(service)) {
            listeners.keySet().removeIf(listener -> isRestWhiteboard(listener.getBundle()));
            if (event.getType() == ServiceEvent.REGISTERED) {
                LOG.warn("A REST extension of {} is not used: it would stand before others' too", service.getBundle());
            }
        }
    }

    private static boolean isRunByServletWhiteboard(ServiceReference<?> service) {
        return isForeign(service)
                && service.getProperty(STAND_IN) == null
                && (service.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_LISTENER) != null
                        || Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS))
                                .anyMatch(RUN::contains));
    }

    private static boolean isRestExtension(ServiceReference<?> service) {
        Object declared = service.getProperty(REST_EXTENSION);
        return declared != null && Boolean.parseBoolean(declared.toString()) && isForeign(service);
    }

    private static boolean isForeign(ServiceReference<?> service) {
        Bundle provider = service.getBundle();
        return provider != null && !isNamed(provider, OWN) && !isServletWhiteboard(provider);
    }

    private static boolean isServletWhiteboard(Bundle bundle) {
        return isNamed(bundle, SERVLET_WHITEBOARD);
    }

    private static boolean isRestWhiteboard(Bundle bundle) {
        return REST_WHITEBOARD.equals(bundle.getSymbolicName());
    }

    private static boolean isNamed(Bundle bundle, String beginning) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(beginning);
    }
}
