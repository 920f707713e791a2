package io.obox.settings.internal.kit;

import io.obox.settings.internal.effect.Overlay;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Configuration Admin and Declarative Services of one node, with one component for each PID that is given what is configured. */
public final class FakeConfigurations {
    /** What was given to components, each time. */
    public final List<String> given = new CopyOnWriteArrayList<>();

    /** What the node says, by PIDs. */
    public final Map<String, Map<String, Object>> said = new ConcurrentHashMap<>();

    /** What components have, by PIDs. */
    public final Map<String, Map<String, Object>> had = new ConcurrentHashMap<>();

    private final Overlay overlay;

    public FakeConfigurations(Overlay overlay) {
        this.overlay = overlay;
    }

    public ConfigurationAdmin admin() {
        return proxy(ConfigurationAdmin.class, (name, arguments) -> switch (name) {
            case "listConfigurations" -> listed(String.valueOf(arguments[0]));
            case "getConfiguration" -> configuration(String.valueOf(arguments[0]));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Configuration @Nullable [] listed(String filter) {
        String pid = filter.substring(filter.indexOf('=') + 1, filter.length() - 1);
        return said.containsKey(pid) ? new Configuration[] {configuration(pid)} : null;
    }

    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (name, arguments) -> switch (name) {
            case "getProperties" -> properties(pid);
            case "getProcessedProperties" -> processed(pid);
            case "update" -> give(pid, arguments);
            case "delete" -> {
                said.remove(pid);
                yield give(pid, null);
            }
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private @Nullable Object give(String pid, Object @Nullable [] arguments) {
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof Hashtable<?, ?> table) {
            Map<String, Object> properties = new Hashtable<>();
            table.forEach((name, value) -> properties.put(name.toString(), value));
            said.put(pid, properties);
        }
        if (arguments == null || arguments.length == 1) {
            start(pid);
            given.add(pid);
        }
        return null;
    }

    /** The component begins, with what is configured at this moment. */
    public void start(String pid) {
        Map<String, Object> properties = new Hashtable<>();
        Dictionary<String, Object> processed = processed(pid);
        processed.keys().asIterator().forEachRemaining(name -> properties.put(name, processed.get(name)));
        had.put(pid, properties);
    }

    private Dictionary<String, Object> properties(String pid) {
        Dictionary<String, Object> properties = new Hashtable<>(said.getOrDefault(pid, Map.of()));
        properties.put(Constants.SERVICE_PID, pid);
        return properties;
    }

    private Dictionary<String, Object> processed(String pid) {
        Dictionary<String, Object> properties = properties(pid);
        overlay.modifyConfiguration(proxy(ServiceReference.class, (name, arguments) -> name), properties);
        return properties;
    }

    public ServiceComponentRuntime runtime() {
        return proxy(ServiceComponentRuntime.class, (name, arguments) -> switch (name) {
            case "getComponentDescriptionDTOs" ->
                had.keySet().stream().map(FakeConfigurations::component).toList();
            case "getComponentConfigurationDTOs" -> List.of(configurationOf((ComponentDescriptionDTO) arguments[0]));
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static ComponentDescriptionDTO component(String pid) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = "component of " + pid;
        component.configurationPid = new String[] {pid};
        component.bundle = new BundleDTO();
        return component;
    }

    private ComponentConfigurationDTO configurationOf(ComponentDescriptionDTO component) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.properties = had.getOrDefault(component.configurationPid[0], Map.of());
        return configuration;
    }

    private interface Call {
        @Nullable
        Object of(String name, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (Object self, Method method, Object[] arguments) -> call.of(method.getName(), arguments)));
    }

    /** All PIDs that were given out since, in their order. */
    public List<String> takeGiven() {
        List<String> taken = new ArrayList<>(given);
        given.removeAll(taken);
        return taken;
    }
}
