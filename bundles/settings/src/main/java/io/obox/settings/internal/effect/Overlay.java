package io.obox.settings.internal.effect;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lays what is set on top of what a node says, at the moment at which a component is given its configuration. It comes after the
 * values of the environment and of files have been put in, so that no text that is set here is taken for a reference to them.
 * Nothing of it is written to where Configuration Admin keeps configurations.
 */
@Component(
        service = {ConfigurationPlugin.class, Overlay.class},
        property = {ConfigurationPlugin.CM_RANKING + ":Integer=900", "config.plugin.id=io.obox.settings"})
public final class Overlay implements ConfigurationPlugin {
    /** What a node says by itself goes here, while somebody asks. */
    private static final ScopedValue<Map<String, Object>> QUESTION = ScopedValue.newInstance();

    private volatile Map<String, Map<String, String>> values = Map.of();

    /** Nothing is set at first. */
    @Activate
    public Overlay() {}

    /** From now on this is set, by PIDs and names. */
    void lay(Map<String, Map<String, String>> all) {
        values = Map.copyOf(all);
    }

    /** What is set under a PID. */
    public Map<String, String> of(String pid) {
        return values.getOrDefault(pid, Map.of());
    }

    /** What the node says without it. */
    public Map<String, Object> below(Configuration configuration) {
        Map<String, Object> said = new HashMap<>();
        ScopedValue.where(QUESTION, said).run(() -> configuration.getProcessedProperties(null));
        return said;
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        if (QUESTION.isBound()) {
            Collections.list(properties.keys()).forEach(name -> QUESTION.get().put(name, properties.get(name)));
        } else {
            of(String.valueOf(properties.get(Constants.SERVICE_PID))).forEach(properties::put);
        }
    }
}
