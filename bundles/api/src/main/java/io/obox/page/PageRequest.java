package io.obox.page;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit items at the most, 1 to 200
 * @param cursor where the previous page ended, as it was given there, or null for the beginning
 */
public record PageRequest(int limit, @Nullable String cursor) {
    /** The size of a page where the caller asks for none. */
    public static final int DEFAULT_LIMIT = 50;

    /** The largest page. */
    public static final int MAX_LIMIT = 200;

    /** Refuses a limit out of range; callers validate what people send before they come here. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
    }

    /** The first page in its default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }
}
