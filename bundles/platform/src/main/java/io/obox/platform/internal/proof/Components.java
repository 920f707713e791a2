package io.obox.platform.internal.proof;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The Declarative Services components of a bundle, as the runtime knows them. */
public record Components(ServiceComponentRuntime runtime) {
    private static final String CAUSED_BY = "Caused by: ";

    /** Whoever says it ends the sentence. */
    private static final Pattern END = Pattern.compile("[\\s.]+$");

    /** Names of all that its descriptors describe. */
    public Set<String> names(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .map(d -> d.name)
                .collect(Collectors.toSet());
    }

    /** Names of components that could serve: satisfied, whether or not anybody uses them yet. */
    public Set<String> satisfied(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(this::satisfied)
                .map(d -> d.name)
                .collect(Collectors.toSet());
    }

    /** What keeps components from serving, one sentence each; empty if nothing does. */
    public Collection<Message> faults(Bundle bundle, Set<String> wanted) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(d -> wanted.contains(d.name) && !satisfied(d))
                .map(this::fault)
                .toList();
    }

    /** Components that could not be made, one sentence each, whether or not anybody asked for them. */
    List<Message> failures(Bundle bundle) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(d -> runtime.getComponentConfigurationDTOs(d).stream())
                .filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION && c.failure != null)
                .map(Components::fault)
                .toList();
    }

    /** Why a component could not be made; empty if nobody knows. */
    Optional<String> failure(Bundle bundle, String component) {
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .filter(d -> d.name.equals(component))
                .flatMap(d -> runtime.getComponentConfigurationDTOs(d).stream())
                .filter(c -> c.failure != null)
                .map(c -> cause(c.failure))
                .findFirst();
    }

    /** Has the runtime forget those of a bundle that hangs in its start. */
    void abandon(Bundle bundle) {
        new Loading(runtime).abandon(bundle);
    }

    private boolean satisfied(ComponentDescriptionDTO description) {
        var configurations = runtime.getComponentConfigurationDTOs(description);
        return !configurations.isEmpty()
                && configurations.stream()
                        .allMatch(c -> c.state == ComponentConfigurationDTO.ACTIVE
                                || c.state == ComponentConfigurationDTO.SATISFIED);
    }

    private Message fault(ComponentDescriptionDTO description) {
        return runtime.getComponentConfigurationDTOs(description).stream()
                .map(Components::fault)
                .findFirst()
                .orElseGet(() -> UpdateMessage.NOT_CONFIGURED.with(description.name));
    }

    private static Message fault(ComponentConfigurationDTO configuration) {
        String name = configuration.description.name;
        if (configuration.failure != null) {
            return UpdateMessage.COMPONENT_FAILED.with(name, cause(configuration.failure));
        }
        for (var reference : configuration.unsatisfiedReferences) {
            return UpdateMessage.LACKS.with(name, reference.name);
        }
        return UpdateMessage.UNSATISFIED.with(name);
    }

    /** Of a stack trace the exception that all others came of. */
    private static String cause(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((former, latter) -> latter)
                .map(line -> line.substring(CAUSED_BY.length()))
                .or(() -> trace.lines().findFirst())
                .map(words -> END.matcher(words).replaceFirst(""))
                .orElse("");
    }
}
