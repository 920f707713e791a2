package io.obox.auth.internal.view;

import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.message.ProfileMessage;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a view may say. Tells of all faults at once. Whether a search means something is for its list to say. */
final class ViewRules {
    private static final Pattern SORT = Pattern.compile("-?[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final Pattern STATE = Pattern.compile("[A-Z][A-Z_]{0,31}");
    private static final int MAX_SEARCH = 1000;

    private ViewRules() {}

    /** The content as it is stored. */
    static ViewContent accept(ViewContent given) {
        FieldErrors errors = new FieldErrors();
        String page = Objects.requireNonNullElse(given.page(), "");
        errors.checkList(page, "/page");
        String name = errors.name(given.name(), "/name");
        ListSettings list = settings(given.list(), errors);
        errors.throwIfAny();
        return new ViewContent(page, name, given.shared(), list);
    }

    private static ListSettings settings(ListSettings given, FieldErrors errors) {
        String q = Objects.requireNonNullElse(given.q(), "").strip();
        errors.addIf(q.length() > MAX_SEARCH, "/q", ProfileMessage.SEARCH_TOO_LONG.with(MAX_SEARCH));
        errors.addIf(q.chars().anyMatch(Character::isISOControl), "/q", ProfileMessage.SEARCH_NOT_ONE_LINE.with());
        String state = given.state();
        errors.addIf(state != null && !STATE.matcher(state).matches(), "/state", ProfileMessage.NO_STATE.with());
        String sort = given.sort();
        errors.addIf(sort != null && !SORT.matcher(sort).matches(), "/sort", ProfileMessage.NO_SORT.with());
        List<String> columns = errors.columns(given.columns(), "/columns");
        return new ListSettings(q, state, sort, List.copyOf(columns), given.density());
    }
}
