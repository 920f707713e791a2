package io.obox.event;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an object changed, as its owner publishes it. Immutable: the methods that add something return another one. Values
 * that not everybody of the audience may see must not be added.
 *
 * @param <S> the topic's
 */
public final class Change<S> {
    /** What happened to the object. */
    public enum Action {
        /** It is new or different. */
        CHANGED,
        /** It is gone. */
        REMOVED
    }

    private static final int LARGEST = 4096;

    private final Topic<S> topic;
    private final UUID objectId;
    private final Action action;
    private final Audience audience;
    private final @Nullable Long version;
    private final @Nullable Long since;
    private final Values values;

    private Change(
            Topic<S> topic,
            UUID objectId,
            Action action,
            Audience audience,
            @Nullable Long version,
            @Nullable Long since,
            Values values) {
        this.topic = topic;
        this.objectId = objectId;
        this.action = action;
        this.audience = audience;
        this.version = version;
        this.since = since;
        this.values = values;
    }

    /** An object is new or different. */
    public static <S> Change<S> changed(Topic<S> topic, UUID objectId, Audience audience) {
        return new Change<>(topic, objectId, Action.CHANGED, audience, null, null, Values.NONE);
    }

    /** An object is gone. */
    public static <S> Change<S> removed(Topic<S> topic, UUID objectId, Audience audience) {
        return new Change<>(topic, objectId, Action.REMOVED, audience, null, null, Values.NONE);
    }

    /** Which version of the object it led to: the one in its entity tag. */
    public Change<S> version(long number) {
        return new Change<>(topic, objectId, action, audience, number, since, values);
    }

    /**
     * Promises that the values that are added hold all in which the object's version differs from this earlier one, so that
     * whoever knows that one, or a later one, can mend it and need not ask. Zero where they hold all that can ever change.
     */
    public Change<S> since(long number) {
        return new Change<>(topic, objectId, action, audience, version, number, values);
    }

    /** Adds what an attribute is now. One too large for an event (4,096 characters) is left out, and with it all promises. */
    public <T> Change<S> with(Attribute<S, T> attribute, @Nullable T value) {
        return add(attribute.name(), attribute.portable(value));
    }

    /** The same for whoever carries changes on without knowing their attributes. */
    public Change<S> with(String attribute, @Nullable Object value) {
        return add(attribute, Portable.copy(value));
    }

    private Change<S> add(String attribute, @Nullable Object portable) {
        return values.size() + Portable.size(portable) > LARGEST
                ? new Change<>(topic, objectId, action, audience, version, null, values)
                : new Change<>(topic, objectId, action, audience, version, since, values.with(attribute, portable));
    }

    /** Of what kind of objects. */
    public Topic<S> topic() {
        return topic;
    }

    /** Which object. */
    public UUID objectId() {
        return objectId;
    }

    /** What happened to it. */
    public Action action() {
        return action;
    }

    /** Who may be told. */
    public Audience audience() {
        return audience;
    }

    /** Which version of the object it led to, where objects of this kind have versions. */
    public OptionalLong version() {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** From which version on the object can be mended by the values, if it can be. */
    public OptionalLong since() {
        return since == null ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** What attributes are now, by their names: values of JSON, as classes of the JDK. */
    public Map<String, @Nullable Object> values() {
        return values.map();
    }

    /** Whether it tells what this attribute is now. */
    public boolean tells(Attribute<S, ?> attribute) {
        return values.tell(attribute.name());
    }

    /** What this attribute is now, or null where it is nothing or not told. */
    public <T> @Nullable T value(Attribute<S, T> attribute) {
        return attribute.read(values.get(attribute.name()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change<?> that
                && topic.equals(that.topic)
                && objectId.equals(that.objectId)
                && action == that.action
                && audience.equals(that.audience)
                && Objects.equals(version, that.version)
                && Objects.equals(since, that.since)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, objectId, action, version);
    }

    @Override
    public String toString() {
        return topic + " " + objectId + " " + action + (version == null ? "" : " to " + version) + " " + values;
    }
}
