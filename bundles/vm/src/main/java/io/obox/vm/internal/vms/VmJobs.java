package io.obox.vm.internal.vms;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobPriority;
import io.obox.job.JobRequest;
import io.obox.job.Place;
import io.obox.job.Subject;
import io.obox.vm.PowerAction;
import io.obox.vm.RepairAction;
import io.obox.vm.VmAction;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The jobs of VMs. Those of one VM are done one at a time, in the order of their submission. */
public final class VmJobs {
    /** Kind of the job that makes a VM. */
    public static final String CREATE = "vm.create";

    /** Kind of the job that changes a VM's power. */
    public static final String POWER = "vm.power";

    /** Kind of the job that takes a VM away. */
    public static final String DELETE = "vm.delete";

    /** Kind of the job that sees to a VM which was given back from the bin. */
    public static final String RESTORE = "vm.restore";

    /** What a job of the kind {@link #DELETE} does that keeps the VM in the bin. */
    public static final String BIN = "bin";

    /** Kind of the job that takes away the guest of a VM that could not be made. */
    public static final String CLEAN = "vm.clean";

    /** Kind of the job that does the same to many VMs. */
    public static final String BULK = "vm.bulk";

    /** Kind of the job whose parts make several VMs that were asked for together. */
    public static final String BATCH = "vm.batch";

    /** Kind of the job that looks for the guest of a VM that is lost. */
    public static final String CHECK = "vm.check";

    /** Kind of the job that gives a VM up that is lost. */
    public static final String FORGET = "vm.forget";

    private VmJobs() {}

    /** Which VM a job is about. */
    public record VmArgs(UUID vmId) {}

    /**
     * Which VM is to be given up.
     *
     * @param unseen whether without looking for its guest, because no node reaches its host
     */
    public record ForgetArgs(UUID vmId, boolean unseen) {}

    /** What a job does to the power of which VM. */
    public record PowerArgs(UUID vmId, PowerAction action) {}

    /**
     * What is to be done to many VMs.
     *
     * @param bulkId under which the table of their ids has them
     */
    public record BulkArgs(
            UUID bulkId, VmAction action, @Nullable JobPriority priority) {}

    /** Which VMs were asked for together; their jobs are there already, so that nothing more need be known. */
    public record BatchArgs(UUID batchId) {}

    /** What is asked for with an action, by which the same request is known again. */
    public record PowerAsked(
            UUID vmId, PowerAction action, @Nullable JobPriority priority) {}

    /** What is asked for with a repair, by which the same request is known again. */
    public record RepairAsked(
            UUID vmId, RepairAction action, @Nullable JobPriority priority) {}

    /** Kind of the job that does a repair. */
    static String kind(RepairAction action) {
        return switch (action) {
            case CHECK -> CHECK;
            case RECREATE, RETRY -> CREATE;
            case FORGET -> FORGET;
        };
    }

    static JobRequest create(
            VmRow vm, List<Place> places, @Nullable JobPriority priority, @Nullable IdempotencyKey key) {
        return create(vm, places).withPriority(priority).withIdempotencyKey(key);
    }

    static JobRequest create(VmRow vm, List<Place> places) {
        return request(CREATE, vm, new VmArgs(vm.id()), places);
    }

    static JobRequest check(VmRow vm, List<Place> places) {
        return request(CHECK, vm, new VmArgs(vm.id()), places);
    }

    /** Where the host can be asked whether it has the guest. */
    public static JobRequest forget(VmRow vm, List<Place> places) {
        return request(FORGET, vm, new ForgetArgs(vm.id(), false), places);
    }

    /** Anywhere, without asking the host. It is the administrator's, so that the VM's owner can't begin it again. */
    static JobRequest forgetUnseen(VmRow vm, UUID administrator) {
        return request(FORGET, vm, new ForgetArgs(vm.id(), true), List.of(), administrator);
    }

    static JobRequest power(VmRow vm, List<Place> places, PowerAction action, @Nullable JobPriority priority) {
        return request(POWER, vm, new PowerArgs(vm.id(), action), places)
                .withAction(word(action))
                .withPriority(priority);
    }

    /** For so many VMs, which have jobs of their own. */
    public static JobRequest bulk(UUID ownerId, int vms, BulkArgs args) {
        Subject subject = new Subject("vms", args.bulkId(), vms == 1 ? "1 VM" : vms + " VMs");
        return JobRequest.builder(BULK, subject, args, ownerId)
                .action(args.action().name().toLowerCase(Locale.ROOT))
                .parts(true)
                .build()
                .withPriority(args.priority());
    }

    /** For so many VMs that are made together. */
    static JobRequest batch(UUID ownerId, int vms, BatchArgs args) {
        Subject subject = new Subject("vms", args.batchId(), vms + " VMs");
        return JobRequest.builder(BATCH, subject, args, ownerId)
                .action("create")
                .onlyParts()
                .build();
    }

    /** For the guest that is left of a VM on this host. */
    public static JobRequest clean(VmRow vm, List<Place> places) {
        return request(CLEAN, vm, new VmArgs(vm.id()), places);
    }

    /** For good. */
    static JobRequest delete(VmRow vm, List<Place> places) {
        return request(
                DELETE, vm, vm.bin() == null ? DeleteArgs.forGood(vm.id()) : DeleteArgs.outOfBin(vm.id()), places);
    }

    /** Into the bin, where it is off. */
    static JobRequest bin(VmRow vm, List<Place> places) {
        return request(DELETE, vm, DeleteArgs.intoBin(vm.id()), places).withAction(BIN);
    }

    /** Whether a job takes a VM away that is not to be kept. */
    public static boolean isForGood(Job job) {
        return job.kind().equals(DELETE) && job.action() == null;
    }

    /** For the guest of a VM in the bin that is on. */
    public static JobRequest off(VmRow vm, List<Place> places) {
        return request(DELETE, vm, DeleteArgs.offInBin(vm.id()), places).withAction(BIN);
    }

    static JobRequest restore(VmRow vm, List<Place> places) {
        return request(RESTORE, vm, new VmArgs(vm.id()), places);
    }

    /** An action as REST has it. */
    public static String word(PowerAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static JobRequest request(String kind, VmRow vm, Object args, List<Place> places) {
        return request(kind, vm, args, places, vm.ownerId());
    }

    private static JobRequest request(String kind, VmRow vm, Object args, List<Place> places, UUID owner) {
        Subject subject = new Subject("vm", vm.id(), vm.name());
        return JobRequest.builder(kind, subject, args, owner)
                .exclusiveKey("vm:" + vm.id())
                .places(places)
                .build();
    }
}
