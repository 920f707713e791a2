package io.obox.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text for people. Holds no secret.
 *
 * @param code stable name of what is said, such as {@code vm.name-taken}, by which it is found in other languages; null for a text
 *     that exists in one language only
 * @param args what is said in it by name: texts, numbers, truth values, and other messages
 * @param text the same in English
 */
public record Message(@Nullable String code, Map<String, Object> args, String text) {
    /** Copies the arguments in their order, and reads missing ones (as in a stored document) as none. */
    public Message {
        args = copy(args);
    }

    /** A text that exists in one language only. */
    public static Message plain(String text) {
        return new Message(null, Map.of(), text);
    }

    /** An unmodifiable copy of arguments in their order, which is empty where there are none. */
    public static Map<String, Object> copy(@Nullable Map<String, Object> args) {
        return args == null || args.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }
}
