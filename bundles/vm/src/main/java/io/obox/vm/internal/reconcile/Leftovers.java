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
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests that their hosts have or run, but should not. A VM that could not be made has one where the worker of its last attempt died,
 * or lost the host, after it had made it. One in the bin is on where its host has started it. A job sees to it, for it waits for the
 * VM's other jobs, such as a retry of the creation.
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
    void clean(Set<UUID> failed, List<Observation> observations) {
        seeTo(failed, observations, seen -> true, vm -> {
            if (vm.state() == VmState.FAILED) {
                LOG.info("VM {} could not be made, but has a guest, which is taken away.", vm.id());
                clean(vm);
            }
        });
    }

    /** Has the guests of VMs in the bin turned off that a host has started, such as when it started itself. */
    void turnOff(Set<UUID> inBin, List<Observation> observations) {
        seeTo(inBin, observations, seen -> GuestStates.of(seen.state()) != VmState.STOPPED, vm -> {
            if (vm.bin() != null && !vm.bin().purging()) {
                LOG.info("VM {} is in the bin, but its guest is on, which is turned off.", vm.id());
                jobs.submit(VmJobs.off(vm, places.of(vm)));
            }
        });
    }

    /** Submits something for those of the VMs that no job sees to and whose guests are seen, by their rows as they are now. */
    private void seeTo(
            Set<UUID> known, List<Observation> observations, Predicate<Observation> which, Consumer<VmRow> submission) {
        List<UUID> those = observations.stream()
                .filter(seen -> known.contains(seen.vmId()) && which.test(seen))
                .map(Observation::vmId)
                .toList();
        if (those.isEmpty()) {
            return;
        }
        transactions.call(entities -> {
            Map<UUID, Job> unfinished = jobs.unfinished(those);
            those.stream()
                    .filter(id -> !unfinished.containsKey(id))
                    .flatMap(id -> vms.find(id).stream())
                    .forEach(submission);
            return those;
        });
    }

    /** Has whatever a host may have of a VM taken away, in the thread's transaction. */
    public void clean(VmRow vm) {
        jobs.submit(VmJobs.clean(vm, places.of(vm)));
    }
}
