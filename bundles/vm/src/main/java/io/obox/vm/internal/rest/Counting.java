package io.obox.vm.internal.rest;

import io.obox.page.Page;
import io.obox.problem.FieldValues;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a list is to count besides showing a page. */
enum Counting {
    NOTHING,
    TOTAL,
    STATES;

    static Counting parse(@Nullable String count) {
        return switch (count) {
            case null -> NOTHING;
            case "false" -> NOTHING;
            case "true" -> TOTAL;
            case "states" -> STATES;
            default -> throw FieldValues.noneOf("/count", "true, false, states");
        };
    }

    /** The document of a page. */
    VmPageDocument document(Page<Vm> page, Supplier<VmCounts> count) {
        VmPageDocument plain = VmPageDocument.of(page);
        if (this == NOTHING) {
            return plain;
        }
        VmCounts counts = count.get();
        return plain.counted(counts.total(), this == STATES ? counts.states() : null);
    }
}
