package io.obox.vm.internal.vms;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.obox.host.Capacity;
import io.obox.host.Host;
import io.obox.host.placement.Placement;
import io.obox.image.store.ImageStore;
import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.user.Caller;
import io.obox.vm.DesiredPower;
import io.obox.vm.NewVm;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.VmChecks.Accepted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests for VMs. */
@Component(service = VmCreation.class)
public final class VmCreation {
    private final Transactions transactions;
    private final VmChanges changes;
    private final RepeatedRequests requests;
    private final VmUsage usage;
    private final VmChecks checks;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Placement placement;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ImageStore images;

    /** Within the bundle. */
    @Activate
    public VmCreation(
            @Reference Transactions transactions,
            @Reference VmChanges changes,
            @Reference RepeatedRequests requests,
            @Reference VmUsage usage) {
        this.transactions = transactions;
        this.changes = changes;
        this.requests = requests;
        this.usage = usage;
        this.checks = new VmChecks(id -> images.find(id));
    }

    Job create(Caller caller, NewVm request) {
        IdempotencyKey key = RepeatedRequests.key(caller, request.idempotencyKey(), VmAsked.of(request));
        return requests.once(VmJobs.CREATE, key, () -> {
            Accepted accepted = checks.accept(request);
            VmRow vm = requested(ids.generate(), caller, accepted);
            Function<Host, JobRequest> job = host ->
                    VmJobs.create(vm, VmPlaces.ofCreation(host, accepted.image(), images), request.priority(), key);
            return placement.place(
                    part(vm.spec()),
                    request.hostId(),
                    host -> jobs.couldRun(job.apply(host)),
                    host -> transactions.call(entities -> create(vm, host, job.apply(host))));
        });
    }

    private Job create(VmRow vm, Host host, JobRequest request) {
        Job job = jobs.submit(request);
        // late, because the owner's row is held from here to the commit, and then the host's
        usage.take(vm.ownerId(), part(vm.spec()), quota -> changes.insert(vm, host.id(), quota));
        placement.reserve(host.id(), part(vm.spec()));
        return job;
    }

    /** What a VM is promised of its host. */
    public static Capacity part(VmSpec spec) {
        return new Capacity(spec.vcpus(), spec.memoryMib(), spec.diskGib());
    }

    /** The row of a VM that nobody has begun to make. */
    static VmRow requested(UUID id, Caller caller, Accepted accepted) {
        return new VmRow(
                id,
                caller.userId(),
                accepted.name(),
                null,
                accepted.spec(),
                accepted.tags(),
                DesiredPower.RUNNING,
                VmState.REQUESTED,
                List.of(),
                null,
                false,
                false,
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null,
                1);
    }
}
