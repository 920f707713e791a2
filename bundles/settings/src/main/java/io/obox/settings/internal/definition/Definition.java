package io.obox.settings.internal.definition;

import java.util.List;
import java.util.Optional;

/** The settings under a PID, as the bundle that has them describes them. */
public record Definition(String pid, String name, List<Field> fields) {
    /** The setting of this name. */
    public Optional<Field> field(String named) {
        return fields.stream().filter(field -> field.name().equals(named)).findFirst();
    }
}
