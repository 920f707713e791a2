package io.obox.settings.internal.definition;

import io.obox.settings.AdminSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.wiring.BundleCapability;

/** What a bundle says of settings by {@link AdminSettings}. */
record Mark(String pid, List<String> attributes) {
    static Optional<Mark> of(BundleCapability capability) {
        Map<String, Object> said = capability.getAttributes();
        return said.get("pid") instanceof String pid
                ? Optional.of(new Mark(pid, names(said.get("attributes"))))
                : Optional.empty();
    }

    private static List<String> names(@Nullable Object said) {
        return switch (said) {
            case List<?> names -> names.stream().map(String::valueOf).toList();
            case String name -> List.of(name);
            case null, default -> List.of();
        };
    }
}
