package io.obox.vm.internal.reconcile;

import io.obox.host.access.GuestObserver;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.provisioner.spi.Observation;
import io.obox.vm.internal.reconcile.Comparison.Difference;
import io.obox.vm.internal.vms.KnownGuest;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmTable;
import io.obox.vm.internal.vms.VmUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rows of a host's VMs into line with what it shows. The rows are read before the host is asked, and written only if
 * they are still the same: what a job did meanwhile is newer than what was seen. So any number of nodes may do this at once.
 */
@Component(service = GuestObserver.class)
public final class Reconciliation implements GuestObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final VmTable vms;
    private final VmChanges changes;
    private final Leftovers leftovers;
    private final VmUsage usage;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public Reconciliation(
            @Reference Transactions transactions,
            @Reference VmTable vms,
            @Reference VmChanges changes,
            @Reference Leftovers leftovers,
            @Reference VmUsage usage) {
        this.transactions = transactions;
        this.vms = vms;
        this.changes = changes;
        this.leftovers = leftovers;
        this.usage = usage;
    }

    @Override
    public Consumer<List<Observation>> expect(UUID host) {
        List<KnownGuest> known = vms.knownGuests(host);
        Set<UUID> failed = vms.failed(host);
        Set<UUID> inBin = vms.inBin(host);
        return observations -> {
            write(Comparison.differences(known, observations));
            leftovers.clean(failed, observations);
            leftovers.turnOff(inBin, observations);
            usage.correct();
        };
    }

    private void write(List<Difference> differences) {
        for (int from = 0; from < differences.size(); from += BATCH) {
            List<Difference> batch = differences.subList(from, Math.min(from + BATCH, differences.size()));
            transactions.call(entities -> {
                Map<UUID, Job> unfinished = jobs.unfinished(
                        batch.stream().map(each -> each.known().id()).toList());
                return batch.stream()
                        .filter(each -> !atWork(unfinished.get(each.known().id())))
                        .filter(this::write)
                        .count();
            });
        }
    }

    /** A job that is at work on a VM will say itself how it leaves it. */
    private static boolean atWork(@Nullable Job job) {
        return job != null && job.state() == JobState.RUNNING;
    }

    private boolean write(Difference difference) {
        KnownGuest known = difference.known();
        boolean written = changes.observed(known, difference.state(), difference.seen());
        if (written && known.state() != difference.state()) {
            LOG.info("VM {} was {} and is found to be {}.", known.id(), known.state(), difference.state());
        }
        return written;
    }
}
