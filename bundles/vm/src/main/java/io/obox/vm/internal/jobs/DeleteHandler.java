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
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.DeleteArgs;
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
    private final Removal removal;

    /** Within the bundle. */
    @Activate
    public DeleteHandler(
            @Reference Guests guests,
            @Reference VmTable table,
            @Reference VmChanges changes,
            @Reference Removal removal) {
        this.guests = guests;
        this.table = table;
        this.changes = changes;
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
        if (vm.isEmpty()) {
            return;
        }
        if (vm.get().state() != VmState.DELETING && !changes.deleting(vm.get())) {
            // a job that is retried may find that it must not go any more
            refuseProtected(args.id());
        }
        if (vm.get().hostId() != null) {
            guests.call(vm.get(), context, (provisioner, target, progress) -> {
                if (args.isKept()) {
                    turnOff(provisioner, target, progress);
                } else {
                    provisioner.destroy(target, progress);
                }
                return true;
            });
        }
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
