package io.obox.vm.internal.jobs;

import io.obox.image.Image;
import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.Vm;
import io.obox.vm.internal.hosts.HostRegistry;
import io.obox.vm.internal.images.Catalogue;
import io.obox.vm.internal.images.ImageFolder;
import io.obox.vm.internal.vms.VmTable;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls of a VM's provisioner on behalf of a job. */
@Component(service = Guests.class)
public final class Guests {
    private final VmTable vms;
    private final Catalogue catalogue;
    private final ImageFolder images;
    private final HostRegistry hosts;

    /** A call of a provisioner about one guest. */
    @FunctionalInterface
    interface Call<T> {
        T on(Provisioner provisioner, Target target, Progress progress) throws ProvisionException, InterruptedException;
    }

    /** Within the bundle. */
    @Activate
    public Guests(
            @Reference VmTable vms,
            @Reference Catalogue catalogue,
            @Reference ImageFolder images,
            @Reference HostRegistry hosts) {
        this.vms = vms;
        this.catalogue = catalogue;
        this.images = images;
        this.hosts = hosts;
    }

    /** The VM that a job is about; without it no attempt makes sense. */
    Vm vm(UUID id) throws JobFailure {
        return vms.find(id).orElseThrow(() -> new JobFailure(Problem.notFound("VM"), false));
    }

    /** Makes a call of the provisioner of the VM's host. */
    <T> T call(Vm vm, JobContext context, Call<T> call) throws JobFailure, InterruptedException {
        Vm.Ref host = vm.host();
        if (host == null) {
            throw new JobFailure(Failures.unreachable("The VM has no host."), false);
        }
        Image image =
                catalogue.find(vm.image().id()).orElseThrow(() -> new JobFailure(Problem.notFound("image"), false));
        Target target = new Target(vm.id(), vm.name(), vm.spec(), images.baseImage(image));
        Progress progress = new Steps(context);
        try {
            return hosts.call(host.name(), context::checkpoint, at -> call.on(at, target, progress));
        } catch (ProvisionException e) {
            throw Failures.of(e, host.name());
        }
    }
}
