package io.obox.settings.internal.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Which components have other values than those that are set: they began while nobody here laid them on top, or a file came
 * between. Declarative Services are asked for what each component really has, so that a version of this bundle that comes has
 * nothing to learn from the one that goes, and disturbs nobody who has the right values.
 */
@Component(service = Components.class)
public final class Components {
    private final ServiceComponentRuntime runtime;

    /** Those of this framework. */
    @Activate
    public Components(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The components that do not have these values. */
    List<String> without(String pid, Map<String, String> values) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(component -> Arrays.asList(component.configurationPid).contains(pid))
                .flatMap(component -> without(component, values))
                .toList();
    }

    private Stream<String> without(ComponentDescriptionDTO component, Map<String, String> values) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(configuration -> !has(configuration, values))
                .map(configuration -> component.bundle.id + " " + component.name);
    }

    private static boolean has(ComponentConfigurationDTO configuration, Map<String, String> values) {
        return values.entrySet().stream()
                .allMatch(
                        value -> value.getValue().equals(String.valueOf(configuration.properties.get(value.getKey()))));
    }
}
