package io.obox.vm.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A condition on rows of {@code vm v}.
 *
 * @param sql what is constant of it, with a {@code ?} for each value
 * @param values what people or rows say; never a part of the text
 */
public record Condition(String sql, List<Object> values) {
    /** True of every row. */
    public static final Condition TRUE = of("true");

    /** Copies the values. */
    public Condition {
        values = List.copyOf(values);
    }

    /** With its values in their order. */
    public static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /** Of one of these ids, however many; of none where there are none. */
    public static Condition in(String column, Collection<UUID> ids) {
        return ids.isEmpty() ? of("false") : of(column + " = any (?::uuid[])", (Object) ids.toArray(UUID[]::new));
    }

    /** All of them. */
    public static Condition all(List<Condition> conditions) {
        return joined(conditions, " and ", TRUE);
    }

    /** At least one of them. */
    static Condition either(List<Condition> conditions) {
        return joined(conditions, " or ", of("false"));
    }

    /** This is false, or not known. */
    Condition not() {
        return new Condition("(" + sql + ") is not true", values);
    }

    private static Condition joined(List<Condition> conditions, String word, Condition ofNone) {
        if (conditions.isEmpty()) {
            return ofNone;
        }
        List<Object> values = new ArrayList<>();
        conditions.forEach(condition -> values.addAll(condition.values()));
        String sql = conditions.stream().map(Condition::sql).collect(Collectors.joining(word, "(", ")"));
        return new Condition(sql, values);
    }
}
