package io.obox.auth.internal.view;

import io.obox.auth.internal.account.Density;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows, and how.
 *
 * @param q the search, empty or null for everything
 * @param state the state that the list is narrowed to, or null for any
 * @param sort the order, or null for that of the list
 * @param columns what is shown, in this order; empty for what the list shows
 * @param density how high its rows are, or null for what its reader prefers
 */
public record ListSettings(
        @Nullable String q,
        @Nullable String state,
        @Nullable String sort,
        List<@Nullable String> columns,
        @Nullable Density density) {}
