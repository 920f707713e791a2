package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;

/** Why something can't be done with a VM. */
final class VmRefusals {
    private VmRefusals() {}

    static ProblemException changedMeanwhile() {
        return new ProblemException(Problem.preconditionFailed("The VM was changed meanwhile."));
    }

    static ProblemException nameTaken(String name) {
        return new ProblemException(
                Problem.of("name-taken", "Name taken", 409, "There is a VM named \"" + name + "\" already.")
                        .withRemedy("Choose another name."));
    }
}
