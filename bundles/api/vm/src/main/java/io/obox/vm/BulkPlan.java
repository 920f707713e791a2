package io.obox.vm;

import io.obox.problem.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a change of many VMs would do at the moment when it was asked for. Immutable. Jackson writes it as the document of REST. */
@ProviderType
public interface BulkPlan {
    /** The VMs that it would be done to. */
    List<Vm.Ref> targets();

    /** Those that it can't be done to. */
    List<? extends Skipped> skipped();

    /** A VM that is left alone. */
    @ProviderType
    interface Skipped {
        /** Which one; without a name where there is no such VM for the caller. */
        Vm.Ref vm();

        /** Why, as if it had been asked for alone. */
        Problem problem();
    }
}
