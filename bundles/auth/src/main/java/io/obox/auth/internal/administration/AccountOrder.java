package io.obox.auth.internal.administration;

import io.obox.problem.FieldValues;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which order accounts are listed. Each has an index but the last, which each login would have to write. */
enum AccountOrder {
    EMAIL("email", "email", "text"),
    NAME("name", "lower(name)", "text"),
    CREATED("createdAt", "created_at", "timestamptz"),
    LAST_LOGIN("lastLoginAt", "coalesce(last_login_at, timestamptz 'epoch')", "timestamptz");

    private final String word;
    private final String key;
    private final String type;

    AccountOrder(String word, String key, String type) {
        this.word = word;
        this.key = key;
        this.type = type;
    }

    /** What an account is ordered by, in SQL, which a text can be cast to. */
    String key() {
        return key;
    }

    /** A parameter to be compared with it, in SQL. */
    String parameter() {
        return "cast(? as " + type + ")";
    }

    static AccountOrder parse(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> FieldValues.noneOf(
                        "/sort",
                        Arrays.stream(values()).map(order -> order.word).collect(Collectors.joining(", "))));
    }

    /** The same or its reverse. */
    record Directed(AccountOrder order, boolean descending) {
        /** Oldest first, where nothing is said. */
        static Directed parse(@Nullable String sort) {
            if (sort == null) {
                return new Directed(CREATED, false);
            }
            boolean descending = sort.startsWith("-");
            return new Directed(AccountOrder.parse(descending ? sort.substring(1) : sort), descending);
        }
    }
}
