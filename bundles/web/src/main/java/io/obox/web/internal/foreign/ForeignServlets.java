package io.obox.web.internal.foreign;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers a stand-in for each servlet of another bundle, under the same properties and in the name of that bundle, so that
 * its servlet context is what it would be. Filters of other bundles have none: they would hold a thread for all that comes
 * after them, of OBox's own too.
 */
@Component(service = ForeignServlets.class, immediate = true)
public final class ForeignServlets {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignServlets.class);

    private static final String RANKING = Constants.SERVICE_RANKING;

    private final BundleContext context;
    private final ForeignCalls calls;
    private final Map<ServiceReference<Servlet>, ServiceRegistration<Servlet>> standIns = new ConcurrentHashMap<>();

    /** Within the bundle. */
    @Activate
    public ForeignServlets(BundleContext context, @Reference ForeignCalls calls) {
        this.context = context;
        this.calls = calls;
    }

    @Deactivate
    void deactivate() {
        standIns.keySet().forEach(this::removeServlet);
    }

    @Reference(
            service = Servlet.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addServlet(ServiceReference<Servlet> servlet) {
        BundleContext owner = servlet.getBundle().getBundleContext();
        if (Foreign.isHidden(servlet) && owner != null) {
            StandIn standIn = new StandIn(servlet.getBundle().getBundleId(), context.getServiceObjects(servlet), calls);
            standIns.put(servlet, owner.registerService(Servlet.class, standIn, properties(servlet)));
        }
    }

    void updatedServlet(ServiceReference<Servlet> servlet) {
        ServiceRegistration<Servlet> standIn = standIns.get(servlet);
        if (standIn != null) {
            standIn.setProperties(properties(servlet));
        }
    }

    void removeServlet(ServiceReference<Servlet> servlet) {
        ServiceRegistration<Servlet> standIn = standIns.remove(servlet);
        if (standIn != null) {
            try {
                standIn.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("The stand-in of {} has gone with its bundle", servlet, e);
            }
        }
    }

    @Reference(
            service = Filter.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addFilter(ServiceReference<Filter> filter) {
        if (Foreign.isHidden(filter)) {
            LOG.warn("A filter of {} is not used: only OBox's own stand before what others serve", filter.getBundle());
        }
    }

    void removeFilter(ServiceReference<Filter> filter) {
        // it was not used
    }

    private static Dictionary<String, Object> properties(ServiceReference<Servlet> servlet) {
        Dictionary<String, Object> properties = servlet.getProperties();
        // what the framework and Declarative Services set is set again, or says nothing of the stand-in
        Collections.list(properties.keys()).stream()
                .filter(key -> key.startsWith("component.") || key.startsWith("service.") && !key.equals(RANKING))
                .forEach(properties::remove);
        properties.remove(Constants.OBJECTCLASS);
        properties.put(Foreign.STAND_IN, true);
        return properties;
    }
}
