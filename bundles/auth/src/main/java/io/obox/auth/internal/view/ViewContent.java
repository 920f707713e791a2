package io.obox.auth.internal.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a view says, as it came or as it is kept.
 *
 * @param page of which list, such as {@code vms}; never changes
 * @param name how people call it
 * @param q the search, empty for everything
 * @param sort the order, or null for that of the list
 * @param columns what is shown, in this order; empty for what the list shows
 * @param shared whether everybody sees it
 */
public record ViewContent(
        @Nullable String page,
        @Nullable String name,
        @Nullable String q,
        @Nullable String sort,
        List<@Nullable String> columns,
        boolean shared) {}
