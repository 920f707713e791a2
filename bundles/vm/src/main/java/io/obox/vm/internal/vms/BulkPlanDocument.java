package io.obox.vm.internal.vms;

import io.obox.problem.Problem;
import io.obox.vm.BulkPlan;
import io.obox.vm.Vm;
import java.util.List;

/** What a change of many VMs would do. Its members are those of the document that REST answers with. */
public record BulkPlanDocument(List<Vm.Ref> targets, List<Left> skipped) implements BulkPlan {
    /** Copies the lists. */
    public BulkPlanDocument {
        targets = List.copyOf(targets);
        skipped = List.copyOf(skipped);
    }

    /** A VM that is left alone. */
    public record Left(Vm.Ref vm, Problem problem) implements Skipped {}
}
