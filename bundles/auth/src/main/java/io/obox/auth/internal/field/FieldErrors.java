package io.obox.auth.internal.field;

import io.obox.auth.internal.message.ProfileMessage;
import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it can be told at once. */
public final class FieldErrors {
    private static final int MAX_NAME = 64;
    private static final int MAX_COLUMNS = 50;
    private static final int MAX_TAG = 35;
    private static final Pattern LIST = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final List<FieldError> errors = new ArrayList<>();

    /** Tells of a fault. */
    public void add(String pointer, Message detail) {
        errors.add(FieldError.of(pointer, detail));
    }

    /** Tells of a fault that there is under a condition. */
    public void addIf(boolean wrong, String pointer, Message detail) {
        if (wrong) {
            add(pointer, detail);
        }
    }

    /** What people call a thing, without spaces around it. */
    public String name(@Nullable String name, String pointer) {
        String stripped = name == null ? "" : name.strip();
        addIf(stripped.isEmpty(), pointer, ProfileMessage.NAME_MISSING.with());
        addIf(stripped.length() > MAX_NAME, pointer, ProfileMessage.NAME_TOO_LONG.with(MAX_NAME));
        addIf(stripped.chars().anyMatch(Character::isISOControl), pointer, ProfileMessage.NAME_NOT_ONE_LINE.with());
        return stripped;
    }

    /** The tag of a language, as it is stored. */
    public String locale(String tag, String pointer) {
        try {
            String locale = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            addIf(tag.isEmpty() || tag.length() > MAX_TAG, pointer, ProfileMessage.NO_LANGUAGE.with());
            return locale;
        } catch (IllformedLocaleException e) {
            add(pointer, ProfileMessage.NO_LANGUAGE.with());
            return "";
        }
    }

    /** Which list of the page is meant. */
    public void checkList(String list, String pointer) {
        addIf(!LIST.matcher(list).matches(), pointer, ProfileMessage.NO_LIST.with());
    }

    /** Columns of a list without repetitions. */
    public List<String> columns(List<@Nullable String> columns, String pointer) {
        addIf(columns.size() > MAX_COLUMNS, pointer, ProfileMessage.TOO_MANY_COLUMNS.with(MAX_COLUMNS));
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < Math.min(columns.size(), MAX_COLUMNS); i++) {
            String column = columns.get(i);
            if (column == null || !COLUMN.matcher(column).matches()) {
                add(pointer + "/" + i, ProfileMessage.NO_COLUMN.with());
            } else if (!accepted.contains(column)) {
                accepted.add(column);
            }
        }
        return accepted;
    }

    /**
     * Ends the request if anything is wrong with it.
     *
     * @throws ProblemException {@code validation}
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.validation(errors));
        }
    }
}
