package io.obox.vm.internal.jobs;

import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.Vm;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.VmJobs.BulkArgs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the jobs of a bin. Whoever cancels one has its handler told, as the ledger does. */
final class BinKit {
    final VmKit kit;
    final DeleteHandler delete;
    final RestoreHandler restore;

    BinKit(VmKit kit) {
        this.kit = kit;
        Guests guests = kit.wired(new Guests(kit.table));
        Removal removal = kit.wired(new Removal(kit.table, kit.changes, kit.usage, kit.bin()));
        delete = new DeleteHandler(guests, kit.table, kit.changes, kit.binChanges, removal);
        restore = new RestoreHandler(guests, kit.changes);
        kit.jobs.onCancel(entry -> {
            if (entry.request().args() instanceof DeleteArgs args) {
                delete.ended(args, JobState.CANCELLED, null);
            }
        });
    }

    /** A VM of Ann's whose guest runs. */
    UUID running(String name) {
        return running(VmKit.ANN, name);
    }

    UUID running(Caller owner, String name) {
        Job job = kit.vms().create(owner, kit.request(name));
        kit.jobs.put(job.id(), JobState.COMPLETED);
        UUID made = job.subject().id();
        kit.provisioner.set(made, GuestState.RUNNING, "192.0.2.9");
        kit.force(made, "RUNNING");
        return made;
    }

    void delete(UUID vm) throws Exception {
        run(kit.vms().delete(VmKit.ADMIN, vm, ExpectedVersion.UNSTATED));
    }

    void run(Job job) throws Exception {
        delete.handle(args(job), new FakeContext(job.id()));
        end(job, JobState.COMPLETED, null);
    }

    void end(Job job, JobState state, @Nullable Problem problem) {
        kit.jobs.put(job.id(), state);
        kit.transactions.call(entities -> {
            delete.ended(args(job), state, problem);
            return true;
        });
    }

    void bulk(Job job) throws Exception {
        new BulkHandler(kit.targets, Objects.requireNonNull(kit.bulk))
                .handle((BulkArgs) request(job).args(), new FakeContext(job.id()));
    }

    DeleteArgs args(Job job) {
        return (DeleteArgs) request(job).args();
    }

    boolean isKept(Job job) {
        return args(job).way() == DeleteArgs.Way.INTO_BIN;
    }

    private JobRequest request(Job job) {
        return kit.jobs.entries().stream()
                .filter(entry -> entry.job().id().equals(job.id()))
                .findFirst()
                .orElseThrow()
                .request();
    }

    /** What somebody sees in the bin. */
    List<Vm> binned(Caller caller) {
        return kit.vms().bin(caller, null, PageRequest.first()).items();
    }

    GuestState guest(UUID vm) throws Exception {
        return kit.provisioner.observeAll().stream()
                .filter(seen -> seen.vmId().equals(vm))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
