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
import io.obox.vm.NewVms;
import io.obox.vm.internal.vms.VmChecks.Accepted;
import io.obox.vm.internal.vms.VmJobs.BatchArgs;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests for several VMs at once: all of them are asked for in one transaction, or none. */
@Component(service = BatchCreation.class)
public final class BatchCreation {
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

    /** What is asked for, by which the same request is known again. */
    private record Asked(VmAsked each, int count, int firstNumber) {
        static Asked of(NewVms request) {
            return new Asked(VmAsked.of(request.each()), request.count(), request.firstNumber());
        }
    }

    /** A VM with the host that it is to have. */
    private record Placed(VmRow vm, Host host) {}

    /** Within the bundle. */
    @Activate
    public BatchCreation(
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

    Job create(Caller caller, NewVms request) {
        IdempotencyKey key = RepeatedRequests.key(caller, request.each().idempotencyKey(), Asked.of(request));
        return requests.once(VmJobs.BATCH, key, () -> {
            List<Accepted> accepted = checks.accept(request);
            List<VmRow> vms = accepted.stream()
                    .map(each -> VmCreation.requested(ids.generate(), caller, each))
                    .toList();
            Capacity part = VmCreation.part(vms.getFirst().spec());
            usage.requireRoom(caller.userId(), vms.size(), times(part, vms.size()));
            return placement.placeAll(
                    part,
                    vms.size(),
                    request.each().hostId(),
                    host -> jobs.couldRun(job(vms.getFirst(), host, accepted, request)),
                    hosts -> transactions.call(entities -> submit(vms, hosts, accepted, request, key)));
        });
    }

    private Job submit(
            List<VmRow> vms, List<Host> hosts, List<Accepted> accepted, NewVms request, @Nullable IdempotencyKey key) {
        UUID owner = vms.getFirst().ownerId();
        BatchArgs args = new BatchArgs(ids.generate());
        Job whole = jobs.submit(VmJobs.batch(owner, vms.size(), args)
                .withPriority(request.each().priority())
                .withIdempotencyKey(key));
        List<Placed> placed = IntStream.range(0, vms.size())
                .mapToObj(i -> new Placed(vms.get(i), hosts.get(i)))
                .toList();
        placed.forEach(each ->
                jobs.submit(job(each.vm(), each.host(), accepted, request).withParent(whole.id())));
        placed.forEach(each -> usage.take(
                owner,
                VmCreation.part(each.vm().spec()),
                quota -> changes.insert(each.vm(), each.host().id(), quota)));
        // hosts in one order, so that two such transactions never wait for each other
        placed.stream()
                .sorted(Comparator.comparing(each -> each.host().id()))
                .forEach(each -> placement.reserve(
                        each.host().id(), VmCreation.part(each.vm().spec())));
        return whole;
    }

    private JobRequest job(VmRow vm, Host host, List<Accepted> accepted, NewVms request) {
        return VmJobs.create(vm, VmPlaces.ofCreation(host, accepted.getFirst().image(), images))
                .withPriority(request.each().priority());
    }

    private static Capacity times(Capacity part, int count) {
        return new Capacity(part.vcpus() * count, part.memoryMib() * count, part.diskGib() * count);
    }
}
