package io.obox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Stores the configurations of the features at the moment that there is a service to store them in. What an earlier start
 * stored is left as it is. What came from files is forgotten before, for the files may have gone meanwhile; so is what only holds
 * a place for settings in the database.
 */
final class Configurations implements ServiceListener {
    /** So File Install marks them, and the settings bundle. */
    private static final String FORGOTTEN = "(|(felix.fileinstall.filename=*)(io.obox.settings.place=*))";

    private static final String FILTER = "(objectClass=" + ConfigurationAdmin.class.getName() + ")";

    private final BundleContext context;
    private final Map<String, Map<String, Object>> configurations;

    private Configurations(BundleContext context, Map<String, Map<String, Object>> configurations) {
        this.context = context;
        this.configurations = configurations;
    }

    static void storeWhenPossible(BundleContext context, Map<String, Map<String, Object>> configurations)
            throws InvalidSyntaxException {
        context.addServiceListener(new Configurations(context, configurations), FILTER);
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() != ServiceEvent.REGISTERED) {
            return;
        }
        context.removeServiceListener(this);
        ServiceReference<?> reference = event.getServiceReference();
        if (context.getService(reference) instanceof ConfigurationAdmin admin) {
            forgetFiles(admin);
            configurations.forEach((pid, properties) -> store(admin, pid, properties));
        }
        context.ungetService(reference);
    }

    private static void forgetFiles(ConfigurationAdmin admin) {
        try {
            Configuration[] found = admin.listConfigurations(FORGOTTEN);
            for (Configuration configuration : found == null ? new Configuration[0] : found) {
                configuration.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the configurations could not be read", e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void store(ConfigurationAdmin admin, String pid, Map<String, Object> properties) {
        Dictionary<String, Object> values = new Hashtable<>();
        properties.forEach((name, value) ->
                values.put(name, value instanceof List<?> list ? list.toArray(String[]::new) : value));
        try {
            Configuration configuration = configuration(admin, pid);
            if (configuration.getProperties() == null) {
                configuration.update(values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration " + pid + " could not be stored", e);
        }
    }

    private static Configuration configuration(ConfigurationAdmin admin, String pid) throws IOException {
        int name = pid.indexOf('~');
        return name < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, name), pid.substring(name + 1), "?");
    }
}
