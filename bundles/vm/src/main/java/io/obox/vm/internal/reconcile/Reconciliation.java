package io.obox.vm.internal.reconcile;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.vm.internal.hosts.HostLink;
import io.obox.vm.internal.hosts.HostRegistry;
import io.obox.vm.internal.hosts.HostTable;
import io.obox.vm.internal.reconcile.Comparison.Difference;
import io.obox.vm.internal.vms.Sighting;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rows of one host into line with what it shows. The rows are read before the host is asked, and written only if
 * they are still the same: what a job did meanwhile is newer than what was seen. So any number of nodes may do this at once.
 */
@Component(service = Reconciliation.class)
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final HostRegistry registry;
    private final HostTable hosts;
    private final VmTable vms;
    private final VmChanges changes;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the bundle. */
    @Activate
    public Reconciliation(
            @Reference Transactions transactions,
            @Reference HostRegistry registry,
            @Reference HostTable hosts,
            @Reference VmTable vms,
            @Reference VmChanges changes) {
        this.transactions = transactions;
        this.registry = registry;
        this.hosts = hosts;
        this.vms = vms;
        this.changes = changes;
    }

    /**
     * Asks a host what it has and what it can do, and writes that down.
     *
     * @return whether it answered
     */
    boolean enter(HostLink link) throws InterruptedException {
        try {
            Capabilities found = registry.call(link.host(), () -> {}, Provisioner::capabilities);
            hosts.answered(ids.generate(), link.host(), link.backend(), link.uri(), found);
            return true;
        } catch (ProvisionException e) {
            failed(link, e);
            return false;
        }
    }

    /**
     * Asks a host what its guests do, and writes down what has changed.
     *
     * @return whether it answered
     */
    boolean compare(HostLink link) throws InterruptedException {
        List<Sighting> known = vms.sightings(link.host());
        try {
            List<Observation> observations = registry.call(link.host(), () -> {}, Provisioner::observeAll);
            hosts.seen(link.host());
            write(Comparison.differences(known, observations));
            return true;
        } catch (ProvisionException e) {
            failed(link, e);
            return false;
        }
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
        Sighting known = difference.known();
        boolean written = changes.observed(known, difference.state(), difference.seen());
        if (written && known.state() != difference.state()) {
            LOG.info("VM {} was {} and is found to be {}.", known.id(), known.state(), difference.state());
        }
        return written;
    }

    private void failed(HostLink link, ProvisionException failure) {
        if (failure.kind() == Kind.UNREACHABLE) {
            hosts.silent(ids.generate(), link.host(), link.backend(), link.uri());
            LOG.debug("Host {} does not answer", link.host(), failure);
        } else {
            LOG.warn("Host {} could not be observed: {}", link.host(), failure.getMessage(), failure);
        }
    }
}
