package io.obox.container.node;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The components of the bundles that are OBox's own. */
record Components(BundleContext context, ServiceComponentRuntime runtime) {
    private static final String PREFIX = "io.obox.";

    Bundle[] bundles() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(PREFIX))
                .toArray(Bundle[]::new);
    }

    Bundle bundle(String name) {
        return Stream.of(bundles())
                .filter(bundle -> bundle.getSymbolicName().equals(PREFIX + name))
                .findFirst()
                .orElseThrow();
    }

    List<String> names() {
        return descriptions().map(component -> component.name).toList();
    }

    /** What lacks something, and what it lacks; a component that is made per configuration may have none. */
    List<String> unsatisfied() {
        return descriptions()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                .filter(component -> component.state != ComponentConfigurationDTO.SATISFIED
                        && component.state != ComponentConfigurationDTO.ACTIVE)
                .map(Components::complaint)
                .toList();
    }

    private Stream<ComponentDescriptionDTO> descriptions() {
        return runtime.getComponentDescriptionDTOs(bundles()).stream();
    }

    private static String complaint(ComponentConfigurationDTO component) {
        return component.description.name
                + (component.failure != null ? " failed: " + component.failure : "")
                + Stream.of(component.unsatisfiedReferences)
                        .map(reference -> reference.name)
                        .toList();
    }
}
