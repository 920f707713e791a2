package io.obox.vm.internal.vms;

import io.obox.job.Job;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.BulkChange;
import io.obox.vm.BulkPlan;
import io.obox.vm.NewVm;
import io.obox.vm.NewVms;
import io.obox.vm.PowerChange;
import io.obox.vm.Repair;
import io.obox.vm.TagCount;
import io.obox.vm.Vm;
import io.obox.vm.VmCounts;
import io.obox.vm.VmFilter;
import io.obox.vm.VmOrder;
import io.obox.vm.VmPatch;
import io.obox.vm.Vms;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be done with VMs, each by who knows how. */
@Component(service = {Vms.class, VmService.class})
public final class VmService implements Vms {
    private final VmCreation creation;
    private final BatchCreation batches;
    private final VmReading reading;
    private final VmTags tags;
    private final VmEditing editing;
    private final VmPower power;
    private final VmRepairs repairs;
    private final VmDeletion deletion;
    private final VmBin bin;
    private final BulkActions bulk;

    /** Within the bundle. */
    @Activate
    public VmService(
            @Reference VmCreation creation,
            @Reference BatchCreation batches,
            @Reference VmReading reading,
            @Reference VmTags tags,
            @Reference VmEditing editing,
            @Reference VmPower power,
            @Reference VmRepairs repairs,
            @Reference VmDeletion deletion,
            @Reference VmBin bin,
            @Reference BulkActions bulk) {
        this.creation = creation;
        this.batches = batches;
        this.reading = reading;
        this.tags = tags;
        this.editing = editing;
        this.power = power;
        this.repairs = repairs;
        this.deletion = deletion;
        this.bin = bin;
        this.bulk = bulk;
    }

    @Override
    public Job create(Caller caller, NewVm request) {
        return creation.create(caller, request);
    }

    @Override
    public Job create(Caller caller, NewVms request) {
        return request.count() == 1
                ? creation.create(caller, VmChecks.acceptOne(request))
                : batches.create(caller, request);
    }

    @Override
    public Page<Vm> list(Caller caller, VmFilter filter, VmOrder order, PageRequest page) {
        return reading.list(caller, filter, order, page);
    }

    @Override
    public VmCounts count(Caller caller, VmFilter filter) {
        return reading.count(caller, filter);
    }

    /** The VMs that a filter means, for who lists and counts them in one request. */
    public AskedVms asked(Caller caller, VmFilter filter) {
        return reading.asked(caller, filter);
    }

    @Override
    public List<TagCount> tags(Caller caller) {
        return tags.seenBy(caller);
    }

    @Override
    public Vm get(Caller caller, UUID id) {
        return reading.get(caller, id);
    }

    @Override
    public Vm update(Caller caller, UUID id, VmPatch patch, ExpectedVersion expected) {
        return editing.update(caller, id, patch, expected);
    }

    @Override
    public Job act(Caller caller, UUID id, PowerChange change) {
        return power.act(caller, id, change);
    }

    @Override
    public Job act(Caller caller, BulkChange change) {
        return bulk.submit(caller, change);
    }

    @Override
    public BulkPlan plan(Caller caller, BulkChange change) {
        return bulk.plan(caller, change);
    }

    @Override
    public Job repair(Caller caller, UUID id, Repair repair) {
        return repairs.repair(caller, id, repair);
    }

    @Override
    public Job delete(Caller caller, UUID id, ExpectedVersion expected) {
        return deletion.delete(caller, id, expected);
    }

    @Override
    public Job purge(Caller caller, UUID id, ExpectedVersion expected) {
        return deletion.purge(caller, id, expected);
    }

    @Override
    public Page<Vm> bin(Caller caller, @Nullable UUID owner, PageRequest page) {
        return bin.list(caller, owner, page);
    }

    @Override
    public Job restore(Caller caller, UUID id, @Nullable String name) {
        return bin.restore(caller, id, name);
    }

    @Override
    public Job purgeFromBin(Caller caller, UUID id) {
        return bin.purge(caller, id);
    }

    @Override
    public Job emptyBin(Caller caller, @Nullable UUID owner) {
        return bulk.emptyBin(caller, owner);
    }
}
