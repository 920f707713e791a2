package io.obox.vm.internal.jobs;

import io.obox.host.Hosts;
import io.obox.host.access.HostAccess;
import io.obox.image.Image;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.internal.message.VmMessage;
import io.obox.vm.internal.message.WorkMessage;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Calls of a VM's provisioner on behalf of a job. */
@Component(service = Guests.class)
public final class Guests {
    private final VmTable vms;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ImageStore images;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile HostAccess access;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Hosts hosts;

    /** A call of a provisioner about one guest. */
    @FunctionalInterface
    interface Call<T> {
        T on(Provisioner provisioner, Target target, Progress progress) throws ProvisionException, InterruptedException;
    }

    /** Within the bundle. */
    @Activate
    public Guests(@Reference VmTable vms) {
        this.vms = vms;
    }

    /** The VM that a job is about; without it no attempt makes sense. */
    VmRow vm(UUID id) throws JobFailure {
        return vms.find(id).orElseThrow(() -> new JobFailure(Problem.notFound(VmMessage.NO_SUCH_VM.with()), false));
    }

    /** Has the guest made, which takes its image. */
    Observation make(VmRow vm, JobContext context) throws JobFailure, InterruptedException {
        ImageStore store = images;
        Image image = store.find(vm.spec().imageId())
                .orElseThrow(() -> new JobFailure(Problem.notFound(VmMessage.NO_SUCH_IMAGE.with()), false));
        if (image.state() == ImageState.FAILED) {
            throw new JobFailure(Failures.imageGone(image.name()), false);
        }
        if (image.state() != ImageState.READY || store.hasChanged(image)) {
            throw new JobFailure(Problem.unavailable(WorkMessage.IMAGE_BEING_READ.with(image.name())), true);
        }
        return call(vm, new GuestImage(image, store.file(image)), context, Provisioner::apply);
    }

    /** What the host shows of the guest; empty where it has none. */
    Optional<Observation> observation(VmRow vm, JobContext context) throws JobFailure, InterruptedException {
        return call(vm, context, (provisioner, target, progress) -> provisioner.observeAll()).stream()
                .filter(seen -> seen.vmId().equals(vm.id()))
                .findFirst();
    }

    /** Makes a call about a guest that may have been made: it is changed and taken away also when its image has gone. */
    <T> T call(VmRow vm, JobContext context, Call<T> call) throws JobFailure, InterruptedException {
        return call(vm, image(vm).orElseGet(() -> new GoneImage(vm.spec().imageId())), context, call);
    }

    private <T> T call(VmRow vm, BaseImage image, JobContext context, Call<T> call)
            throws JobFailure, InterruptedException {
        UUID host = vm.hostId();
        if (host == null) {
            throw new JobFailure(Failures.unreachable(WorkMessage.NO_HOST.with()), false);
        }
        Target target = new Guest(vm.id(), vm.name(), vm.spec(), image);
        Progress progress = new Steps(context);
        while (true) {
            HostAccess way = access;
            try {
                return way.call(host, context::checkpoint, at -> call.on(at, target, progress));
            } catch (ProvisionException e) {
                // a way that was replaced under the call ends it; its successor takes up what it left
                if (way == access) {
                    throw Failures.of(e, hosts.names(Set.of(host)).getOrDefault(host, host.toString()));
                }
            }
        }
    }

    private Optional<BaseImage> image(VmRow vm) {
        ImageStore store = images;
        return store.find(vm.spec().imageId()).map(image -> new GuestImage(image, store.file(image)));
    }
}
