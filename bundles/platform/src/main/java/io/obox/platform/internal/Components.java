package io.obox.platform.internal;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The Declarative Services components of a bundle, as the runtime knows them. */
record Components(ServiceComponentRuntime runtime) {
    Set<String> names(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .map(d -> d.name)
                .collect(Collectors.toSet());
    }

    /** Names of components that could serve: satisfied, whether or not anybody uses them yet. */
    Set<String> satisfied(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(this::satisfied)
                .map(d -> d.name)
                .collect(Collectors.toSet());
    }

    /** What keeps components from serving, one sentence each; empty if nothing does. */
    Collection<String> faults(Bundle bundle, Set<String> wanted) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(d -> wanted.contains(d.name) && !satisfied(d))
                .map(this::fault)
                .toList();
    }

    private boolean satisfied(ComponentDescriptionDTO description) {
        var configurations = runtime.getComponentConfigurationDTOs(description);
        return !configurations.isEmpty()
                && configurations.stream()
                        .allMatch(c -> c.state == ComponentConfigurationDTO.ACTIVE
                                || c.state == ComponentConfigurationDTO.SATISFIED);
    }

    private String fault(ComponentDescriptionDTO description) {
        return runtime.getComponentConfigurationDTOs(description).stream()
                .map(Components::fault)
                .findFirst()
                .orElse(description.name + " has no configuration");
    }

    private static String fault(ComponentConfigurationDTO configuration) {
        String name = configuration.description.name;
        if (configuration.failure != null) {
            return name + " failed: "
                    + configuration.failure.lines().findFirst().orElse("");
        }
        for (var reference : configuration.unsatisfiedReferences) {
            return name + " lacks " + reference.name;
        }
        return name + " is not satisfied";
    }
}
