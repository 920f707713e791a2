package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import io.obox.vm.VmState;
import io.obox.vm.internal.vms.BinChanges;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.InBin;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmRefusals;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmTable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes VMs away, or turns them off to be kept in the bin. */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.DELETE)
public final class DeleteHandler implements JobHandler<DeleteArgs> {
    /** Nobody waits for the end of a VM, but everybody wants it: a host may be away for a minute. */
    private static final RetryPolicy RETRIES = new RetryPolicy(12, Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Guests guests;
    private final VmTable table;
    private final VmChanges changes;
    private final BinChanges bin;
    private final Removal removal;

    /** Within the bundle. */
    @Activate
    public DeleteHandler(
            @Reference Guests guests,
            @Reference VmTable table,
            @Reference VmChanges changes,
            @Reference BinChanges bin,
            @Reference Removal removal) {
        this.guests = guests;
        this.table = table;
        this.changes = changes;
        this.bin = bin;
        this.removal = removal;
    }

    @Override
    public String kind() {
        return VmJobs.DELETE;
    }

    @Override
    public Class<DeleteArgs> argsType() {
        return DeleteArgs.class;
    }

    @Override
    public RetryPolicy retryPolicy() {
        return RETRIES;
    }

    @Override
    public void handle(DeleteArgs args, JobContext context) throws JobFailure, InterruptedException {
        Optional<VmRow> vm = table.find(args.id());
        if (vm.isPresent() && isStillMeant(args, vm.get()) && vm.get().hostId() != null) {
            guests.call(vm.get(), context, (provisioner, target, progress) -> {
                switch (args.way()) {
                    case INTO_BIN, OFF_IN_BIN -> turnOff(provisioner, target, progress);
                    case FOR_GOOD, OUT_OF_BIN -> provisioner.destroy(target, progress);
                }
                return true;
            });
        }
    }

    /** A job that is retried, or had to wait, may find its VM elsewhere: given back, in the bin meanwhile, or protected. */
    private boolean isStillMeant(DeleteArgs args, VmRow vm) throws JobFailure {
        InBin there = vm.bin();
        return switch (args.way()) {
            case INTO_BIN -> there == null && isToGo(vm);
            case OFF_IN_BIN -> there != null && !there.purging();
            case FOR_GOOD -> there == null ? isToGo(vm) : isPurging(vm, there);
            case OUT_OF_BIN -> there != null && isPurging(vm, there);
        };
    }

    private boolean isToGo(VmRow vm) throws JobFailure {
        if (vm.state() != VmState.DELETING && !changes.deleting(vm)) {
            refuseProtected(vm.id());
        }
        return true;
    }

    /** Nobody gives it back from here on; if somebody has already, it is left alone. */
    private boolean isPurging(VmRow vm, InBin there) {
        return there.purging() || bin.purging(vm);
    }

    /** One that its host does not have is off as well. */
    private static void turnOff(Provisioner provisioner, Target target, Progress progress)
            throws ProvisionException, InterruptedException {
        try {
            provisioner.power(target, PowerAction.STOP, progress);
        } catch (ProvisionException e) {
            if (e.kind() != ProvisionException.Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void refuseProtected(UUID id) throws JobFailure {
        if (table.find(id).filter(VmRow::isProtected).isPresent()) {
            throw new JobFailure(VmRefusals.isProtected().problem(), false);
        }
    }

    @Override
    public void ended(DeleteArgs args, JobState state, @Nullable Problem problem) {
        removal.ended(args, state, problem);
    }
}
