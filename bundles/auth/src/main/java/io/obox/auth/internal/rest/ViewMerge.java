package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.view.ViewContent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) of a view: what it does not name stays, what it names as null is taken away. */
public final class ViewMerge {
    private UnaryOperator<ViewContent> change = UnaryOperator.identity();

    /** Sets another name. */
    @JsonSetter
    public void setName(@Nullable String name) {
        then(old -> new ViewContent(old.page(), name, old.q(), old.sort(), old.columns(), old.shared()));
    }

    /** Sets another search, or none. */
    @JsonSetter
    public void setQ(@Nullable String q) {
        then(old -> new ViewContent(old.page(), old.name(), q, old.sort(), old.columns(), old.shared()));
    }

    /** Sets another order, or that of the list. */
    @JsonSetter
    public void setSort(@Nullable String sort) {
        then(old -> new ViewContent(old.page(), old.name(), old.q(), sort, old.columns(), old.shared()));
    }

    /** Sets other columns, or those of the list. */
    @JsonSetter
    public void setColumns(@Nullable List<@Nullable String> columns) {
        List<@Nullable String> shown = Objects.requireNonNullElse(columns, List.of());
        then(old -> new ViewContent(old.page(), old.name(), old.q(), old.sort(), shown, old.shared()));
    }

    /** Shows it to everybody, or to its owner only. */
    @JsonSetter
    public void setShared(@Nullable Boolean shared) {
        boolean forAll = Boolean.TRUE.equals(shared);
        then(old -> new ViewContent(old.page(), old.name(), old.q(), old.sort(), old.columns(), forAll));
    }

    private void then(Function<ViewContent, ViewContent> next) {
        UnaryOperator<ViewContent> before = change;
        change = content -> next.apply(before.apply(content));
    }

    UnaryOperator<ViewContent> change() {
        return change;
    }
}
