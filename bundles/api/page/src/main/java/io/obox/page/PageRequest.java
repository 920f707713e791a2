package io.obox.page;

import io.obox.problem.FieldValues;
import io.obox.problem.ProblemException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit items at most, 1 to 200
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

    /**
     * Reads what people send as {@code limit} and {@code cursor}; null for what they left out.
     *
     * @throws ProblemException {@code validation} for a limit that is no number or out of range
     */
    public static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
        int size = Objects.requireNonNullElse(
                FieldValues.read("/limit", limit, PageRequest::size, PageMessage.LIMIT.with(MAX_LIMIT)), DEFAULT_LIMIT);
        return new PageRequest(size, cursor);
    }

    private static int size(String text) {
        return new PageRequest(Integer.parseInt(text), null).limit();
    }

    /**
     * What the cursor stands for, or null for the beginning of the list.
     *
     * @param reading throws {@link IllegalArgumentException} for what is no cursor of the list
     * @throws ProblemException {@code validation}
     */
    public <T> @Nullable T after(Function<String, T> reading) {
        return FieldValues.read("/cursor", cursor, reading, PageMessage.CURSOR.with());
    }

    /** The first page in its default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }
}
