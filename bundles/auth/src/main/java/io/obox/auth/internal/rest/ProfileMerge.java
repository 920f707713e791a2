package io.obox.auth.internal.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import io.obox.auth.internal.account.Preferences;
import io.obox.auth.internal.account.ProfileContent;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A merge patch (RFC 7396) of one's account: what it does not name stays, what it names as null is taken away. */
public final class ProfileMerge {
    private UnaryOperator<ProfileContent> change = UnaryOperator.identity();

    /** Sets another name. */
    @JsonSetter
    public void setName(@Nullable String name) {
        then(old -> new ProfileContent(name, old.locale(), old.preferences()));
    }

    /** Chooses a language, or leaves it to the browser. */
    @JsonSetter
    public void setLocale(@Nullable String locale) {
        then(old -> new ProfileContent(old.name(), locale, old.preferences()));
    }

    /** Changes preferences, or takes all of them away. */
    @JsonSetter
    public void setPreferences(@Nullable PreferencesMerge preferences) {
        UnaryOperator<Preferences> merge = preferences == null ? old -> Preferences.NONE : preferences.change();
        then(old -> new ProfileContent(old.name(), old.locale(), merge.apply(old.preferences())));
    }

    private void then(Function<ProfileContent, ProfileContent> next) {
        UnaryOperator<ProfileContent> before = change;
        change = content -> next.apply(before.apply(content));
    }

    UnaryOperator<ProfileContent> change() {
        return change;
    }
}
