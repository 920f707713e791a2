package io.obox.auth.internal.rest;

import io.obox.auth.internal.account.Density;
import io.obox.auth.internal.view.ListSettings;
import io.obox.auth.internal.view.ViewContent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of a view to be saved, as it came. */
public record ViewBody(
        @Nullable String page,
        @Nullable String name,
        @Nullable String q,
        @Nullable String state,
        @Nullable String sort,
        @Nullable List<@Nullable String> columns,
        @Nullable Density density,
        @Nullable Boolean shared) {
    ViewContent content() {
        ListSettings list = new ListSettings(q, state, sort, Objects.requireNonNullElse(columns, List.of()), density);
        return new ViewContent(page, name, Boolean.TRUE.equals(shared), list);
    }
}
