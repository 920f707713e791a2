package io.obox.settings.internal.change;

import io.obox.settings.SettingOrigin;
import io.obox.settings.SettingValues;
import io.obox.settings.internal.definition.Definition;
import io.obox.settings.internal.definition.Field;
import io.obox.settings.internal.store.StoredGroup;
import io.obox.settings.internal.store.StoredValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a group are: as they are set, and below that as this node says.
 *
 * @param said by the environment and files of this node
 */
record Standing(Definition definition, StoredGroup group, Map<String, Object> said) implements SettingValues {
    /** What a secret is for those who check values: there, but not to be read. */
    private static final String HIDDEN = "*";

    /** With other values on top; those that are null are taken away. */
    Standing with(Map<String, @Nullable StoredValue> changed) {
        Map<String, StoredValue> values = new HashMap<>(group.values());
        changed.forEach((name, value) -> {
            if (value == null) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
        return new Standing(
                definition,
                new StoredGroup(group.pid(), group.version(), group.changedAt(), group.changedBy(), values),
                said);
    }

    SettingGroupDocument document() {
        List<SettingDocument> settings =
                definition.fields().stream().map(this::shown).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        definition.fields().stream()
                .filter(field -> !field.secret())
                .forEach(field -> values.put(field.name(), field.value(text(field))));
        return new SettingGroupDocument(
                definition.pid(),
                definition.name(),
                settings,
                values,
                group.changedAt(),
                group.changedBy(),
                group.version());
    }

    private SettingDocument shown(Field field) {
        return new SettingDocument(
                field.name(),
                field.label(),
                field.description(),
                field.type(),
                field.options(),
                field.minimum(),
                field.maximum(),
                origin(field),
                field.secret() ? null : field.value(below(field)),
                !text(field).isEmpty());
    }

    private SettingOrigin origin(Field field) {
        if (group.values().containsKey(field.name())) {
            return SettingOrigin.HERE;
        }
        return below(field).equals(field.usual()) ? SettingOrigin.DEFAULT : SettingOrigin.NODE;
    }

    private String below(Field field) {
        return String.valueOf(said.getOrDefault(field.name(), field.usual()));
    }

    /** What is in effect. */
    String text(Field field) {
        StoredValue value = group.values().get(field.name());
        if (value == null) {
            return below(field);
        }
        return value.text() == null ? HIDDEN : value.text();
    }

    @Override
    public String text(String name) {
        return definition.field(name).map(this::text).orElse("");
    }

    @Override
    public long number(String name) {
        return definition.field(name).map(field -> field.value(text(field))).orElse(0L) instanceof Long number
                ? number
                : 0;
    }

    @Override
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
