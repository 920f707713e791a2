package io.obox.auth.internal.administration;

import io.obox.auth.internal.administration.AccountOrder.Directed;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.problem.FieldValues;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are wanted, and in which order.
 *
 * @param text a part of the address or the name, in lower case; empty for any
 * @param invited whether only those whose users are invited and have not come yet
 */
public record AccountFilter(
        String text, @Nullable Role role, @Nullable UserState state, boolean invited, Directed sort) {
    private static final int MAX_TEXT = 200;

    /**
     * Reads what people send.
     *
     * @throws io.obox.problem.ProblemException {@code validation}
     */
    public static AccountFilter parse(
            @Nullable String q,
            @Nullable String role,
            @Nullable String state,
            @Nullable String invited,
            @Nullable String sort) {
        String text = Objects.requireNonNullElse(q, "").strip().toLowerCase(Locale.ROOT);
        if (text.length() > MAX_TEXT) {
            throw FieldValues.refused("/q", AccountMessage.SEARCH_TOO_LONG.with(MAX_TEXT));
        }
        return new AccountFilter(
                text,
                FieldValues.constant("/role", role, Role.class),
                FieldValues.constant("/state", state, UserState.class),
                flag("/invited", invited),
                Directed.parse(sort));
    }

    /** Reads a word for yes or no; no where it is left out. */
    public static boolean flag(String pointer, @Nullable String word) {
        return switch (word) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw FieldValues.noneOf(pointer, "true, false");
        };
    }
}
