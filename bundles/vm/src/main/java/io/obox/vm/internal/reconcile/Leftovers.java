package io.obox.vm.internal.reconcile;

import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmPlaces;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests of VMs that count as not made: the worker of the last attempt died, or lost its host, after it had made them. A job takes
 * them away, for it waits for the VM's other jobs, such as a retry of the creation.
 */
@Component(service = Leftovers.class)
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Transactions transactions;
    private final VmTable vms;
    private final VmPlaces places;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public Leftovers(@Reference Transactions transactions, @Reference VmTable vms, @Reference VmPlaces places) {
        this.transactions = transactions;
        this.vms = vms;
        this.places = places;
    }

    /** Has the guests of VMs that had failed before they were seen taken away. */
    void clean(List<VmRow> failed, List<Observation> observations) {
        Set<UUID> seen = observations.stream().map(Observation::vmId).collect(Collectors.toSet());
        List<VmRow> left = failed.stream().filter(vm -> seen.contains(vm.id())).toList();
        if (left.isEmpty()) {
            return;
        }
        transactions.call(entities -> {
            Map<UUID, Job> unfinished =
                    jobs.unfinished(left.stream().map(VmRow::id).toList());
            left.stream().filter(vm -> !unfinished.containsKey(vm.id())).forEach(vm -> {
                LOG.info("VM {} could not be made, but has a guest, which is taken away.", vm.id());
                clean(vm);
            });
            return left;
        });
    }

    /** Has whatever a host may have of a VM taken away, in the thread's transaction. */
    public void clean(VmRow vm) {
        jobs.submit(VmJobs.clean(vm, places.of(vm)));
    }
}
