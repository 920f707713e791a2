package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.account.Density;
import io.obox.auth.internal.account.Preferences;
import io.obox.auth.internal.account.Theme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of a {@link ProfileMerge} that changes preferences. */
public final class PreferencesMerge {
    private UnaryOperator<Preferences> change = UnaryOperator.identity();

    /** Chooses a theme, or none. */
    @JsonSetter
    public void setTheme(@Nullable Theme theme) {
        then(old -> new Preferences(theme, old.density(), old.shortcuts(), old.columns()));
    }

    /** Chooses the density of lists, or none. */
    @JsonSetter
    public void setDensity(@Nullable Density density) {
        then(old -> new Preferences(old.theme(), density, old.shortcuts(), old.columns()));
    }

    /** Chooses whether single letters are shortcuts, or leaves it to the page. */
    @JsonSetter
    public void setShortcuts(@Nullable Boolean shortcuts) {
        then(old -> new Preferences(old.theme(), old.density(), shortcuts, old.columns()));
    }

    /** Chooses the columns of each list that is named, or leaves them to the list where there are none. */
    @JsonSetter
    public void setColumns(@Nullable Map<String, @Nullable List<String>> columns) {
        then(old -> new Preferences(
                old.theme(), old.density(), old.shortcuts(), columns == null ? Map.of() : merged(old, columns)));
    }

    private static Map<String, List<String>> merged(Preferences old, Map<String, @Nullable List<String>> columns) {
        Map<String, List<String>> merged = new TreeMap<>(old.columns());
        columns.forEach((list, chosen) -> {
            if (chosen == null || chosen.isEmpty()) {
                merged.remove(list);
            } else {
                merged.put(list, chosen);
            }
        });
        return merged;
    }

    private void then(Function<Preferences, Preferences> next) {
        UnaryOperator<Preferences> before = change;
        change = preferences -> next.apply(before.apply(preferences));
    }

    UnaryOperator<Preferences> change() {
        return change;
    }
}
