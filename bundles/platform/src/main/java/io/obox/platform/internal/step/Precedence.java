package io.obox.platform.internal.step;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Gives every component of one version of a bundle a service ranking above that of another. It does so from outside, by
 * configurations with targeted PIDs ({@code component|symbolic name|version}, Configuration Admin 104.3.2), so that no
 * bundle has to know that it is a successor.
 */
record Precedence(ConfigurationAdmin configurations) {
    void give(Bundle successor, Set<String> components, int ranking) throws IOException {
        for (String component : components) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(Constants.SERVICE_RANKING, ranking);
            configurations.getConfiguration(pid(component, successor), "?").update(properties);
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

    /** The highest ranking of what a bundle offers. */
    static int highest(Bundle bundle) {
        return rankings(bundle).max().orElse(0);
    }

    /** The lowest ranking of what a bundle offers. */
    static int lowest(Bundle bundle) {
        return rankings(bundle).min().orElse(0);
    }

    private static IntStream rankings(Bundle bundle) {
        return services(bundle)
                .map(s -> s.getProperty(Constants.SERVICE_RANKING))
                .mapToInt(ranking -> ranking instanceof Integer number ? number : 0);
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null ? Stream.of() : Arrays.stream(services);
    }

    private static String pid(String component, Bundle bundle) {
        return component + "|" + bundle.getSymbolicName() + "|" + bundle.getVersion();
    }
}
