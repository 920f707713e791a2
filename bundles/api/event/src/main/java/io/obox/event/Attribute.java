package io.obox.event;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of the objects of a topic, under the name and in the form that it has in the REST document of the object. Made by
 * the methods of {@link Topic}.
 *
 * @param <S> the topic's
 * @param <T> what Java calls it
 */
public final class Attribute<S, T> {
    private final String name;
    private final Function<T, Object> write;
    private final Function<Object, @Nullable T> read;

    Attribute(String name, Function<T, Object> write, Function<Object, @Nullable T> read) {
        this.name = name;
        this.write = write;
        this.read = read;
    }

    /** As in the object's REST document. */
    public String name() {
        return name;
    }

    @Nullable
    Object portable(@Nullable T value) {
        return value == null ? null : Portable.copy(write.apply(value));
    }

    @Nullable
    T read(@Nullable Object portable) {
        return portable == null ? null : read.apply(portable);
    }

    static <T> Function<Object, @Nullable T> tolerant(Function<Object, @Nullable T> read) {
        return value -> {
            try {
                return read.apply(value);
            } catch (RuntimeException e) {
                return null;
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
