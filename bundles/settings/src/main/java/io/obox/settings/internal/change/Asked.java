package io.obox.settings.internal.change;

import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.settings.internal.definition.Definition;
import io.obox.settings.internal.definition.Field;
import io.obox.settings.internal.message.SettingsMessage;
import io.obox.settings.internal.secret.Secrets;
import io.obox.settings.internal.store.StoredValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody wants settings to be. */
record Asked(Map<String, @Nullable Object> values) {
    /** The same as it is kept, if each value is one that its definition allows. */
    Map<String, @Nullable StoredValue> checked(Definition definition, Secrets secrets) {
        List<FieldError> faults = new ArrayList<>();
        values.forEach((name, value) -> fault(definition.field(name), value)
                .ifPresent(fault -> faults.add(FieldError.of(pointer(name), fault))));
        refuse(faults);
        Map<String, @Nullable StoredValue> kept = new HashMap<>();
        values.forEach((name, value) -> definition
                .field(name)
                .ifPresent(field -> kept.put(name, value == null ? null : kept(definition, field, value, secrets))));
        return kept;
    }

    private static Optional<Message> fault(Optional<Field> field, @Nullable Object value) {
        if (field.isEmpty()) {
            return Optional.of(SettingsMessage.NO_SUCH_SETTING.with());
        }
        return value == null
                ? Optional.empty()
                : Optional.ofNullable(field.get().fault(value));
    }

    private static StoredValue kept(Definition definition, Field field, Object value, Secrets secrets) {
        String text = value.toString();
        return field.secret()
                ? StoredValue.sealed(secrets.seal(definition.pid(), field.name(), text))
                : StoredValue.open(text);
    }

    /** Refuses values with these faults, if there are any. */
    static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.validation(faults));
        }
    }

    /** Where a setting stands in the document. */
    static String pointer(String name) {
        return "/values/" + name.replace("~", "~0").replace("/", "~1");
    }
}
