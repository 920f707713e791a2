package io.obox.vm.internal.vms;

import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests to delete VMs. */
@Component(service = VmDeletion.class)
public final class VmDeletion {
    private final Transactions transactions;
    private final VmAccess access;
    private final VmChanges changes;
    private final VmPlaces places;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public VmDeletion(
            @Reference Transactions transactions,
            @Reference VmAccess access,
            @Reference VmChanges changes,
            @Reference VmPlaces places) {
        this.transactions = transactions;
        this.access = access;
        this.changes = changes;
        this.places = places;
    }

    Job delete(Caller caller, UUID id, ExpectedVersion expected) {
        return transactions.call(entities -> {
            VmRow vm = access.expected(caller, id, expected);
            if (!changes.deleting(vm)) {
                Job unfinished = jobs.unfinished(Set.of(id)).get(id);
                if (unfinished != null && unfinished.kind().equals(VmJobs.DELETE)) {
                    return unfinished;
                }
            }
            jobs.cancelAll(id);
            return jobs.submit(VmJobs.delete(vm, places.of(vm)));
        });
    }
}
