package io.obox.auth.internal.rest;

import io.obox.auth.internal.view.ViewContent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of a view to be saved, as it came. */
public record ViewBody(
        @Nullable String page,
        @Nullable String name,
        @Nullable String q,
        @Nullable String sort,
        @Nullable List<@Nullable String> columns,
        @Nullable Boolean shared) {
    ViewContent content() {
        return new ViewContent(
                page, name, q, sort, Objects.requireNonNullElse(columns, List.of()), Boolean.TRUE.equals(shared));
    }
}
