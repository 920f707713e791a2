package io.obox.platform.internal.step;

import io.obox.platform.internal.proof.Descriptors;
import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.ComponentConstants;

/**
 * Gives every component of one version of a bundle a service ranking above that of its predecessor. It does so from outside,
 * by configurations with targeted PIDs ({@code component|symbolic name|version}, Configuration Admin 104.3.2), so that no
 * bundle has to know that it is a successor.
 */
record Precedence(ConfigurationAdmin configurations) {
    /** For a successor that does not run yet. */
    void lift(Bundle successor, Bundle former) throws IOException {
        give(successor, declared(successor).above(offered(former)));
    }

    private void give(Bundle bundle, Rankings rankings) throws IOException {
        for (Map.Entry<String, Integer> component : rankings.components().entrySet()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Constants.SERVICE_RANKING, component.getValue());
            configurations
                    .getConfiguration(pid(component.getKey(), bundle), "?")
                    .update(properties);
        }
    }

    /** Forgets what was given to a version that is gone. */
    void forget(Bundle bundle) throws IOException {
        String filter = "(service.pid=*|" + bundle.getSymbolicName() + "|" + bundle.getVersion() + ")";
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            if (found != null) {
                for (Configuration configuration : found) {
                    configuration.delete();
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter " + filter + " is false", e);
        }
    }

    /** The rankings of the components whose services a bundle offers at this moment. */
    private static Rankings offered(Bundle bundle) {
        return new Rankings(services(bundle)
                .filter(service -> service.getProperty(ComponentConstants.COMPONENT_NAME) != null)
                .collect(Collectors.toUnmodifiableMap(
                        service -> (String) service.getProperty(ComponentConstants.COMPONENT_NAME),
                        service ->
                                service.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0,
                        Math::max)));
    }

    private static Rankings declared(Bundle bundle) throws IOException {
        return new Rankings(Descriptors.rankings(bundle));
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null ? Stream.of() : Arrays.stream(services);
    }

    private static String pid(String component, Bundle bundle) {
        return component + "|" + bundle.getSymbolicName() + "|" + bundle.getVersion();
    }
}
