package io.obox.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.obox.page.Page;
import io.obox.problem.Problem;
import io.obox.web.internal.problem.ProblemDocument;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the records that go over the wire, each under a name of its own. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> NUMBERS =
            Map.of(int.class, "int32", Integer.class, "int32", long.class, "int64", Long.class, "int64");
    private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** What {@code components/schemas} holds. */
    ObjectNode components() {
        ObjectNode node = JSON.objectNode();
        named.forEach(node::set);
        return node;
    }

    /** The schema of what a type is written as. */
    ObjectNode written(Type type) {
        return schema(type, false);
    }

    /** The schema of what a type is read from: nothing is required, for the services themselves say what is missing. */
    ObjectNode read(Type type) {
        return schema(type, true);
    }

    /** Says of a text in a body that it names a constant in lower case. */
    void word(Class<?> body, String member, List<Class<?>> enums) {
        List<ObjectNode> references = enums.stream().map(this::word).toList();
        ObjectNode any = JSON.objectNode();
        references.forEach(any.putArray("anyOf")::add);
        ((ObjectNode) Objects.requireNonNull(named.get(name(body))).get("properties"))
                .set(member, references.size() == 1 ? references.getFirst() : any);
    }

    private ObjectNode word(Class<?> constants) {
        named.computeIfAbsent(
                name(constants), added -> constants(constants, constant -> constant.toLowerCase(Locale.ROOT)));
        return reference(name(constants));
    }

    private ObjectNode schema(Type type, boolean read) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized(parameterized, read);
        }
        Class<?> simple = (Class<?>) type;
        if (NUMBERS.containsKey(simple)) {
            return typed("integer").put("format", NUMBERS.get(simple));
        }
        if (BOOLEANS.contains(simple)) {
            return typed("boolean");
        }
        if (simple == Object.class) {
            return JSON.objectNode();
        }
        return simple == String.class ? typed("string") : text(simple, read);
    }

    private ObjectNode text(Class<?> type, boolean read) {
        if (type == UUID.class) {
            return typed("string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return typed("string").put("format", "date-time");
        }
        if (type == URI.class) {
            return typed("string").put("format", "uri");
        }
        return type == Problem.class ? reference(ProblemDocument.class, read) : reference(type, read);
    }

    private ObjectNode parameterized(ParameterizedType type, boolean read) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type argument = type.getActualTypeArguments()[0];
        if (raw == Page.class) {
            return page(argument);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return typed("array").set("items", schema(argument, read));
        }
        if (raw == Map.class) {
            return typed("object").set("additionalProperties", schema(type.getActualTypeArguments()[1], read));
        }
        throw new IllegalArgumentException("no schema is known for " + type);
    }

    private ObjectNode page(Type item) {
        String name = name((Class<?>) item) + "Page";
        if (!named.containsKey(name)) {
            ObjectNode page = typed("object");
            ObjectNode properties = page.putObject("properties");
            properties.set("items", typed("array").set("items", written(item)));
            properties.set("nextCursor", nullable(typed("string")));
            page.putArray("required").add("items").add("nextCursor");
            named.put(name, page);
        }
        return reference(name);
    }

    private ObjectNode reference(Class<?> type, boolean read) {
        String name = name(type);
        if (!named.containsKey(name)) {
            if (!read && type.isInterface()) {
                throw new IllegalArgumentException(type + " is no document: what is written is a record");
            }
            ObjectNode schema = type.isEnum() ? constants(type, UnaryOperator.identity()) : typed("object");
            named.put(name, schema);
            if (type.isRecord()) {
                components(schema, type, read);
            } else if (!type.isEnum()) {
                setters(schema, type);
            }
        }
        return reference(name);
    }

    private static ObjectNode constants(Class<?> type, UnaryOperator<String> spelling) {
        ObjectNode schema = typed("string");
        ArrayNode constants = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> spelling.apply(constant.toString()))
                .forEach(constants::add);
        return schema;
    }

    private static ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void components(ObjectNode schema, Class<?> type, boolean read) {
        boolean sparse = read || type.isAnnotationPresent(JsonInclude.class);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean isNullable = isNullable(component.getAnnotatedType());
            boolean mayLack = sparse || component.getAccessor().isAnnotationPresent(JsonInclude.class);
            ObjectNode value = schema(component.getGenericType(), read);
            properties.set(member(component), isNullable && !mayLack ? nullable(value) : value);
            if (!mayLack || (!isNullable && !isLeftOutWhenEmpty(component))) {
                required.add(member(component));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (read) {
            schema.put("additionalProperties", false);
        }
    }

    /** Some members are called by words that Java keeps for itself. */
    private static String member(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    /** Texts that are never null are never empty either. */
    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        return component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class)
                && (Collection.class.isAssignableFrom(component.getType()) || component.getType() == Map.class);
    }

    /** A merge patch has setters: what is not named stays. */
    private void setters(ObjectNode schema, Class<?> type) {
        ObjectNode properties = schema.putObject("properties");
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonSetter.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method ->
                        properties.set(property(method), nullable(read(method.getGenericParameterTypes()[0]))));
        schema.put("additionalProperties", false);
    }

    private static String property(Method setter) {
        String name = setter.getName().substring("set".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.has("type")) {
            String type = schema.remove("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("oneOf").add(schema).add(typed("null"));
        return either;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** A nested record is marked on its last part: {@code Vm.@Nullable Ref}. */
    private static boolean isNullable(@Nullable AnnotatedElement type) {
        return type instanceof AnnotatedType annotated && annotated.isAnnotationPresent(Nullable.class);
    }

    /** {@code VmDocument} is a Vm, {@code VmBody} a request for one, {@code Vm.Ref} a VmRef. */
    private static String name(Class<?> type) {
        String own = type.getSimpleName()
                .replaceFirst("Document$", "")
                .replaceFirst("Body$", "Request")
                .replaceFirst("Merge$", "Patch");
        Class<?> around = type.getEnclosingClass();
        return around == null ? own : name(around) + own;
    }
}
