package io.obox.vm.internal.reconcile;

import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.GuestStates;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmPlaces;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests that are to be off or gone. Those of VMs that count as not made: the worker of the last attempt died, or lost its host, after it had made them. A job takes
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
        submitFor(failed.stream().filter(vm -> seen.contains(vm.id())).toList(), vm -> {
            LOG.info("VM {} could not be made, but has a guest, which is taken away.", vm.id());
            clean(vm);
        });
    }

    /** Submits something for those that no job sees to. */
    private void submitFor(List<VmRow> vms, Consumer<VmRow> submission) {
        if (vms.isEmpty()) {
            return;
        }
        transactions.call(entities -> {
            Map<UUID, Job> unfinished =
                    jobs.unfinished(vms.stream().map(VmRow::id).toList());
            vms.stream().filter(vm -> !unfinished.containsKey(vm.id())).forEach(submission);
            return vms;
        });
    }

    /** Has the guests of VMs in the bin turned off that a host has started, such as when it started itself. */
    void turnOff(List<VmRow> inBin, List<Observation> observations) {
        Set<UUID> on = observations.stream()
                .filter(seen -> GuestStates.of(seen.state()) != VmState.STOPPED)
                .map(Observation::vmId)
                .collect(Collectors.toSet());
        submitFor(inBin.stream().filter(vm -> on.contains(vm.id())).toList(), vm -> {
            LOG.info("VM {} is in the bin, but its guest is on, which is turned off.", vm.id());
            jobs.submit(VmJobs.bin(vm, places.of(vm)));
        });
    }

    /** Has whatever a host may have of a VM taken away, in the thread's transaction. */
    public void clean(VmRow vm) {
        jobs.submit(VmJobs.clean(vm, places.of(vm)));
    }
}
