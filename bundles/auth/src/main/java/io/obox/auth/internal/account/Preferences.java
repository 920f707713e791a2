package io.obox.auth.internal.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants the page to be. What they never chose is null or missing; the page then decides.
 *
 * @param shortcuts whether single letters are shortcuts
 * @param columns by list: the columns that it shows, in this order
 */
public record Preferences(
        @Nullable Theme theme,
        @Nullable Density density,
        @Nullable Boolean shortcuts,
        Map<String, List<String>> columns) {
    /** Of those who have not chosen anything. */
    public static final Preferences NONE = new Preferences(null, null, null, Map.of());
}
