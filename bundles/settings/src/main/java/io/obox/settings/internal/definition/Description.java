package io.obox.settings.internal.definition;

import io.obox.settings.SettingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.OCD;
import org.jspecify.annotations.Nullable;
import org.osgi.service.metatype.AttributeDefinition;

/** Reads what Metatype says of settings. */
final class Description {
    private Description() {}

    /** Of the settings that are marked, if this is where they are described. */
    static Optional<Definition> of(MetaData data, Mark mark) {
        return designates(data)
                .filter(designate -> mark.pid().equals(designate.getPid()))
                .map(designate -> data.getObjectClassDefinitions()
                        .get(designate.getObject().getOcdRef()))
                .filter(OCD.class::isInstance)
                .map(OCD.class::cast)
                .findFirst()
                .map(found -> new Definition(mark.pid(), text(found.getName()), fields(found, mark)));
    }

    private static Stream<Designate> designates(MetaData data) {
        List<?> found = Objects.requireNonNullElse(data.getDesignates(), List.of());
        return found.stream().filter(Designate.class::isInstance).map(Designate.class::cast);
    }

    private static List<Field> fields(OCD found, Mark mark) {
        Map<?, ?> attributes = Objects.requireNonNullElse(found.getAttributeDefinitions(), Map.of());
        List<Field> fields = new ArrayList<>();
        for (String name : mark.attributes()) {
            if (attributes.get(name) instanceof AD attribute && attribute.getCardinality() == 0) {
                fields.add(field(name, attribute));
            }
        }
        return List.copyOf(fields);
    }

    private static Field field(String name, AD attribute) {
        String[] options = attribute.getOptionValues();
        String[] usual = attribute.getDefaultValue();
        return new Field(
                name,
                text(attribute.getName()),
                text(attribute.getDescription()),
                type(attribute.getType(), options),
                options == null ? List.of() : List.of(options),
                number(attribute.getMin()),
                number(attribute.getMax()),
                usual == null || usual.length == 0 ? "" : usual[0]);
    }

    private static SettingType type(int type, String @Nullable [] options) {
        return switch (type) {
            case AttributeDefinition.PASSWORD -> SettingType.SECRET;
            case AttributeDefinition.BOOLEAN -> SettingType.FLAG;
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE -> SettingType.NUMBER;
            default -> options == null || options.length == 0 ? SettingType.TEXT : SettingType.CHOICE;
        };
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Long.valueOf(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
