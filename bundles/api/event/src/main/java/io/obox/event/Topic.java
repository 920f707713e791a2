package io.obox.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A kind of objects whose changes are told of, such as the VMs. The same name means the same on every node and in every
 * version. A topic of a plugin begins with the plugin's own name and a dot.
 *
 * @param <S> the class that holds the topic and its attributes, which keeps attributes of different topics apart
 */
public final class Topic<S> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final int LONGEST = 64;

    private final String name;

    private Topic(String name) {
        this.name = name;
    }

    /**
     * A topic.
     *
     * @param name words of lower-case letters and digits, divided by dots or hyphens; at most 64 characters
     * @throws IllegalArgumentException if the name is not like that
     */
    public static <S> Topic<S> of(String name) {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" can't be the name of a topic.");
        }
        return new Topic<>(name);
    }

    /** As pages and other nodes know it. */
    public String name() {
        return name;
    }

    /** An attribute that is a text. */
    public Attribute<S, String> text(String attribute) {
        return new Attribute<>(attribute, text -> text, value -> value instanceof String text ? text : null);
    }

    /** An attribute that is an integer. */
    public Attribute<S, Long> number(String attribute) {
        return new Attribute<>(
                attribute, number -> number, value -> value instanceof Number number ? number.longValue() : null);
    }

    /** An attribute that is true or false. */
    public Attribute<S, Boolean> flag(String attribute) {
        return new Attribute<>(attribute, flag -> flag, value -> value instanceof Boolean flag ? flag : null);
    }

    /** An attribute that is a time. */
    public Attribute<S, Instant> time(String attribute) {
        return parsed(attribute, Instant::parse);
    }

    /** An attribute that names another object. */
    public Attribute<S, UUID> id(String attribute) {
        return parsed(attribute, UUID::fromString);
    }

    /** An attribute that is one of several constants. One that this version does not know is not there. */
    public <E extends Enum<E>> Attribute<S, E> constant(String attribute, Class<E> type) {
        return new Attribute<>(
                attribute, Enum::name, Attribute.tolerant(value -> Enum.valueOf(type, value.toString())));
    }

    /** An attribute that is a list of texts. */
    public Attribute<S, List<String>> texts(String attribute) {
        return new Attribute<>(
                attribute,
                texts -> texts,
                value -> value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : null);
    }

    /**
     * An attribute with parts.
     *
     * @param write its parts by their names: texts, numbers, truth values, nulls, and lists and maps of them
     * @param read the opposite; what it throws means that the attribute is not there
     */
    public <T> Attribute<S, T> object(
            String attribute, Function<T, Map<String, ?>> write, Function<Map<?, ?>, T> read) {
        return new Attribute<>(
                attribute,
                write::apply,
                Attribute.tolerant(value -> value instanceof Map<?, ?> parts ? read.apply(parts) : null));
    }

    private <T> Attribute<S, T> parsed(String attribute, Function<String, T> parse) {
        return new Attribute<>(attribute, Object::toString, Attribute.tolerant(value -> parse.apply(value.toString())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topic<?> topic && name.equals(topic.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
