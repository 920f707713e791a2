package io.obox.settings.internal.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The configurations of this node: what they say without what is set here, and how they are given out again. */
@Component(service = Configurations.class)
public final class Configurations {
    /** What a configuration consists of that holds a place where the node says nothing. The launcher forgets those. */
    static final String PLACE = "io.obox.settings.place";

    private final ConfigurationAdmin admin;
    private final Overlay overlay;

    /** Within the bundle. */
    @Activate
    public Configurations(@Reference ConfigurationAdmin admin, @Reference Overlay overlay) {
        this.admin = admin;
        this.overlay = overlay;
    }

    /** What this node says under a PID, by names; nothing of what is set here. */
    public Map<String, Object> said(String pid) {
        return found(pid).map(overlay::below).orElse(Map.of());
    }

    /** Has components given their configuration again, with what is set now. */
    void give(String pid) {
        try {
            Configuration configuration = found(pid).orElse(null);
            boolean set = !overlay.of(pid).isEmpty();
            if (configuration == null) {
                if (set) {
                    admin.getConfiguration(pid, "?").update(place());
                }
            } else if (!set && holdsPlace(configuration)) {
                configuration.delete();
            } else {
                again(configuration);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration " + pid + " could not be given out again", e);
        }
    }

    /** As it is stored, references to the environment included. An update without properties does not reach components. */
    private static void again(Configuration configuration) throws IOException {
        Dictionary<String, Object> stored = configuration.getProperties();
        configuration.update(stored == null ? new Hashtable<>() : stored);
    }

    private static Dictionary<String, Object> place() {
        return new Hashtable<>(Map.of(PLACE, true));
    }

    private static boolean holdsPlace(Configuration configuration) {
        @Nullable Dictionary<String, Object> properties = configuration.getProperties();
        return properties != null && properties.get(PLACE) != null;
    }

    private Optional<Configuration> found(String pid) {
        try {
            Configuration[] found = admin.listConfigurations("(" + Constants.SERVICE_PID + "=" + pid + ")");
            return found == null || found.length == 0 ? Optional.empty() : Optional.of(found[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("the configurations could not be read", e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(pid + " is no PID", e);
        }
    }
}
