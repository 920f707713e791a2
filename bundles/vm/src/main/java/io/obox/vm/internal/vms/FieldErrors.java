package io.obox.vm.internal.vms;

import io.obox.message.Message;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.vm.internal.message.VmFieldMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it can be told at once. */
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, Message detail) {
        errors.add(FieldError.of(pointer, detail));
    }

    void addIf(boolean wrong, String pointer, Message detail) {
        if (wrong) {
            add(pointer, detail);
        }
    }

    /** The number, if it is there and in range. */
    int number(@Nullable Integer value, int min, int max, String pointer, VmFieldMessage what) {
        if (value == null) {
            add(pointer, VmFieldMessage.NUMBER_MISSING.with(what.with()));
            return min;
        }
        addIf(value < min || value > max, pointer, VmFieldMessage.NUMBER_OUT_OF_RANGE.with(what.with(), min, max));
        return value;
    }

    boolean empty() {
        return errors.isEmpty();
    }

    ProblemException problem() {
        return new ProblemException(Problem.validation(errors));
    }

    /** Ends the request if there is anything to tell. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw problem();
        }
    }
}
