package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.account.Density;
import io.obox.auth.internal.view.ListSettings;
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
        then(old -> old.withName(name));
    }

    /** Sets another search, or none. */
    @JsonSetter
    public void setQ(@Nullable String q) {
        show(old -> new ListSettings(q, old.state(), old.sort(), old.columns(), old.density()));
    }

    /** Narrows the list to another state, or to none. */
    @JsonSetter
    public void setState(@Nullable String state) {
        show(old -> new ListSettings(old.q(), state, old.sort(), old.columns(), old.density()));
    }

    /** Sets another order, or that of the list. */
    @JsonSetter
    public void setSort(@Nullable String sort) {
        show(old -> new ListSettings(old.q(), old.state(), sort, old.columns(), old.density()));
    }

    /** Sets other columns, or those of the list. */
    @JsonSetter
    public void setColumns(@Nullable List<@Nullable String> columns) {
        List<@Nullable String> shown = Objects.requireNonNullElse(columns, List.of());
        show(old -> new ListSettings(old.q(), old.state(), old.sort(), shown, old.density()));
    }

    /** Sets another density, or the one that each reader prefers. */
    @JsonSetter
    public void setDensity(@Nullable Density density) {
        show(old -> new ListSettings(old.q(), old.state(), old.sort(), old.columns(), density));
    }

    /** Shows it to everybody, or to its owner only. */
    @JsonSetter
    public void setShared(@Nullable Boolean shared) {
        then(old -> old.withShared(Boolean.TRUE.equals(shared)));
    }

    private void show(UnaryOperator<ListSettings> next) {
        then(old -> old.withList(next.apply(old.list())));
    }

    private void then(Function<ViewContent, ViewContent> next) {
        UnaryOperator<ViewContent> before = change;
        change = content -> next.apply(before.apply(content));
    }

    UnaryOperator<ViewContent> change() {
        return change;
    }
}
