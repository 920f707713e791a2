package io.obox.message;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;

/** What messages of one code are made from. The templates of a bundle are the constants of an enum: its catalogue of texts. */
@ConsumerType
public interface MessageTemplate {
    /** Stable name: what the bundle is called, a dot, and what is said, such as {@code vm.name-taken}. */
    String code();

    /** The English text; the names of its arguments stand in braces, as in {@code There is no host {name}.} */
    String pattern();

    /** A code by the name of a constant: {@code NAME_TAKEN} of {@code vm} is {@code vm.name-taken}. */
    static String code(String bundle, Enum<?> constant) {
        return bundle + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The message with these values of its arguments.
     *
     * @param values in the order in which the pattern names them: numbers, truth values and messages as they are, anything else by its
     *     text
     * @throws IllegalArgumentException if the pattern names more or fewer
     */
    default Message with(Object... values) {
        Map<String, Object> args = new LinkedHashMap<>();
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(pattern());
        names.results().map(found -> found.group(1)).distinct().forEach(name -> {
            if (args.size() == values.length) {
                throw new IllegalArgumentException(code() + " is not given its " + name);
            }
            args.put(name, argument(values[args.size()]));
        });
        if (args.size() < values.length) {
            throw new IllegalArgumentException(code() + " does not take " + values.length + " arguments");
        }
        return new Message(code(), args, names.replaceAll(found -> text(args.getOrDefault(found.group(1), ""))));
    }

    private static String text(Object value) {
        return Matcher.quoteReplacement(value instanceof Message inner ? inner.text() : value.toString());
    }

    private static Object argument(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof Message
                ? value
                : value.toString();
    }
}
