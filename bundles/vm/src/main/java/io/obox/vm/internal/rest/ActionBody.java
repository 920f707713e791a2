package io.obox.vm.internal.rest;

import io.obox.job.JobPriority;
import io.obox.problem.FieldValues;
import io.obox.version.ExpectedVersion;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Repair;
import io.obox.vm.RepairAction;
import io.obox.vm.internal.message.VmFieldMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to change a VM's power, or to repair it.
 *
 * @param action in lower case
 */
public record ActionBody(@Nullable String action, @Nullable JobPriority priority) {
    boolean isRepair() {
        return words(RepairAction.values()).anyMatch(word -> word.equals(action));
    }

    Repair repair(@Nullable String key, ExpectedVersion expected) {
        return Repair.builder(constant(RepairAction.class))
                .priority(priority)
                .idempotencyKey(key)
                .expected(expected)
                .build();
    }

    /** @throws io.obox.problem.ProblemException {@code validation} if it is no action at all */
    PowerChange powerChange(@Nullable String key, ExpectedVersion expected) {
        if (action == null) {
            throw FieldValues.refused("/action", VmFieldMessage.ACTION_MISSING.with());
        }
        if (words(PowerAction.values()).noneMatch(action::equals)) {
            throw FieldValues.noneOf("/action", allWords());
        }
        return PowerChange.builder(constant(PowerAction.class))
                .priority(priority)
                .idempotencyKey(key)
                .expected(expected)
                .build();
    }

    private <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, String.valueOf(action).toUpperCase(Locale.ROOT));
    }

    private static String allWords() {
        return Stream.concat(words(PowerAction.values()), words(RepairAction.values()))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }
}
