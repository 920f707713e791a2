package io.obox.auth.internal.profile;

import io.obox.auth.internal.account.Preferences;
import io.obox.auth.internal.account.ProfileContent;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.ProfileMessage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people may say of themselves. Tells of all faults at once. */
final class ProfileRules {
    private static final int MAX_LISTS = 50;

    private ProfileRules() {}

    /** The content as it is stored. */
    static ProfileContent accept(ProfileContent given) {
        FieldErrors errors = new FieldErrors();
        String name = errors.name(given.name(), "/name");
        String locale = given.locale() == null ? null : errors.locale(given.locale(), "/locale");
        Preferences asked = given.preferences();
        Preferences preferences =
                new Preferences(asked.theme(), asked.density(), asked.shortcuts(), columns(asked.columns(), errors));
        errors.throwIfAny();
        return new ProfileContent(name, locale, preferences);
    }

    private static Map<String, List<String>> columns(Map<String, List<String>> given, FieldErrors errors) {
        String pointer = "/preferences/columns";
        errors.addIf(given.size() > MAX_LISTS, pointer, ProfileMessage.TOO_MANY_LISTS.with(MAX_LISTS));
        Map<String, List<String>> accepted = new TreeMap<>();
        given.entrySet().stream().limit(MAX_LISTS).forEach(list -> {
            errors.checkList(list.getKey(), pointer);
            accepted.put(
                    list.getKey(),
                    errors.columns(
                            Collections.<@Nullable String>unmodifiableList(list.getValue()),
                            pointer + "/" + list.getKey()));
        });
        return accepted;
    }
}
