package io.obox.shell.internal.command;

import io.obox.page.Page;
import io.obox.page.PageRequest;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole lists, read page by page. */
final class Listing {
    private Listing() {}

    /** Every item, the next page being asked for when it is needed. */
    static <T> Stream<T> all(Function<PageRequest, Page<T>> list) {
        Page<T> first = list.apply(new PageRequest(PageRequest.MAX_LIMIT, null));
        return Stream.<@Nullable Page<T>>iterate(first, page -> page != null, page -> next(page, list))
                .flatMap(page -> page == null ? Stream.empty() : page.items().stream());
    }

    private static <T> @Nullable Page<T> next(@Nullable Page<T> page, Function<PageRequest, Page<T>> list) {
        return page == null || page.nextCursor() == null
                ? null
                : list.apply(new PageRequest(PageRequest.MAX_LIMIT, page.nextCursor()));
    }
}
