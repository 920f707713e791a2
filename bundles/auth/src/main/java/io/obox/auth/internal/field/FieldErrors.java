package io.obox.auth.internal.field;

import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it can be told at once. */
public final class FieldErrors {
    private static final int MAX_NAME = 64;
    private static final int MAX_COLUMNS = 50;
    private static final Pattern LIST = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final List<FieldError> errors = new ArrayList<>();

    /** Tells of a fault. */
    public void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    /** Tells of a fault that there is under a condition. */
    public void addIf(boolean wrong, String pointer, String detail) {
        if (wrong) {
            add(pointer, detail);
        }
    }

    /** What people call a thing, without spaces around it. */
    public String name(@Nullable String name, String pointer) {
        String stripped = name == null ? "" : name.strip();
        addIf(stripped.isEmpty(), pointer, "The name is missing.");
        addIf(stripped.length() > MAX_NAME, pointer, "A name has at most " + MAX_NAME + " characters.");
        addIf(stripped.chars().anyMatch(Character::isISOControl), pointer, "A name must be one line.");
        return stripped;
    }

    /** Which list of the page is meant. */
    public void checkList(String list, String pointer) {
        addIf(!LIST.matcher(list).matches(), pointer, "This must name a list, such as vms.");
    }

    /** Columns of a list without repetitions. */
    public List<String> columns(List<@Nullable String> columns, String pointer) {
        addIf(columns.size() > MAX_COLUMNS, pointer, "A list has at most " + MAX_COLUMNS + " columns.");
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < Math.min(columns.size(), MAX_COLUMNS); i++) {
            String column = columns.get(i);
            if (column == null || !COLUMN.matcher(column).matches()) {
                add(pointer + "/" + i, "This must be the name of a column.");
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
