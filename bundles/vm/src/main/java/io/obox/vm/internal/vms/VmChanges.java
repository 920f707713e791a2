package io.obox.vm.internal.vms;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.Observation;
import io.obox.user.Quota;
import io.obox.vm.DesiredPower;
import io.obox.vm.VmEvents;
import io.obox.vm.VmSpec;
import io.obox.vm.VmState;
import io.obox.vm.internal.store.ProblemText;
import io.obox.vm.internal.store.TextList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The changes of a VM's row. Each is one statement that names the states in which it may happen and says whether it did, so
 * that jobs, people and reconcilers on several nodes can't overwrite each other. Each raises the version and is told of.
 */
@Component(service = VmChanges.class)
public final class VmChanges {
    /** What an event tells of the row. */
    private static final String TOLD =
            " returning id, owner_id, version, name, tags, protected, state, desired_power, addresses, started_at, problem";

    /**
     * Counts a VM and writes its row, where the quota has room and the name is free. One statement, because others wait for the
     * owner's row from here to the commit. An update, because those who wait for it stand in a queue, while an upsert wakes all
     * of them at each commit.
     */
    private static final Sql INSERT = new Sql("""
            with counted as (
                update vm_usage set vms = vms + 1, vcpus = vcpus + ?, memory_mib = memory_mib + ?, disk_gib = disk_gib + ?
                where owner_id = ? and not closed and vms < ? and vcpus + ? <= ? and memory_mib + ? <= ? and disk_gib + ? <= ?
                returning true as fits),
            made as (
                insert into vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys,
                    user_data, tags, autostart, desired_power, state, addresses, created_at, version)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ? from counted
                on conflict (owner_id, name) do nothing""" + TOLD + """
            )
            select coalesce(counted.fits, false) as fits,
                counted.fits or exists (select from vm_usage where owner_id = ?) as known, made.*
            from (values (1)) as request left join counted on true left join made on true""");

    private static final Sql KNOW = new Sql("""
            insert into vm_usage (owner_id, vms, vcpus, memory_mib, disk_gib) values (?, 0, 0, 0, 0)
            on conflict (owner_id) do nothing""");

    private static final Sql GONE =
            new Sql("delete from vm where id = ? and state = 'DELETING' and deleted_at is null");

    private static final Sql FORGOTTEN = new Sql("delete from vm where id = ? and state = 'LOST' and not protected");

    private static final Sql GIVEN =
            new Sql("update vm set owner_id = ?, version = version + 1 where owner_id = ?" + TOLD + ", deleted_at");

    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Events events;

    /** On the bundle's own tables. */
    @Activate
    public VmChanges(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A new VM, counted among what its owner has.
     *
     * @return whether the quota has room for it
     * @throws io.obox.problem.ProblemException {@code name-taken}; {@code validation} if it has more than its row can keep
     */
    boolean insert(VmRow vm, UUID hostId, Quota quota) {
        VmRefusals.checkKept(vm.spec());
        Inserted inserted = write(vm, hostId, quota);
        if (!inserted.known()) {
            transactions.sql(connection -> KNOW.update(connection, vm.ownerId()));
            inserted = write(vm, hostId, quota);
        }
        if (inserted.change() != null) {
            tell(inserted.change());
        } else if (inserted.fits()) {
            throw VmRefusals.nameTaken(vm.name());
        }
        return inserted.fits();
    }

    private Inserted write(VmRow vm, UUID hostId, Quota quota) {
        VmSpec spec = vm.spec();
        int diskGib = spec.disks().getFirst().sizeGib();
        return transactions
                .sql(connection -> INSERT.first(
                        connection,
                        Inserted::of,
                        spec.vcpus(),
                        spec.memoryMib(),
                        diskGib,
                        vm.ownerId(),
                        quota.vms(),
                        spec.vcpus(),
                        quota.vcpus(),
                        spec.memoryMib(),
                        quota.memoryMib(),
                        diskGib,
                        quota.diskGib(),
                        vm.id(),
                        vm.ownerId(),
                        vm.name(),
                        spec.imageId(),
                        hostId,
                        spec.vcpus(),
                        spec.memoryMib(),
                        diskGib,
                        spec.interfaces().getFirst().network(),
                        TextList.text(spec.sshKeys()),
                        spec.userData(),
                        TextList.text(vm.tags()),
                        spec.autostart(),
                        vm.desiredPower(),
                        vm.state(),
                        vm.createdAt(),
                        vm.version(),
                        vm.ownerId()))
                .orElseThrow();
    }

    /** Whether the quota has room, whether its owner is counted at all, and what there is to tell if the name was free too. */
    private record Inserted(
            boolean fits, boolean known, @Nullable Change<VmEvents> change) {
        static Inserted of(ResultSet row) throws SQLException {
            return new Inserted(
                    row.getBoolean("fits"), row.getBoolean("known"), row.getObject("id") == null ? null : told(row));
        }
    }

    /** Another name, other tags and another protection, if it has not been changed since this version. */
    boolean edit(VmRow vm, String name, List<String> tags, boolean isProtected) {
        return change(
                "update vm set name = ?, tags = ?, protected = ?, version = version + 1 where id = ? and version = ?",
                name,
                TextList.text(tags),
                isProtected,
                vm.id(),
                vm.version());
    }

    /** Another wanted power, if it is still in the state in which that was allowed. */
    boolean aim(VmRow vm, DesiredPower desired) {
        return change(
                "update vm set desired_power = ?, version = version + 1 where id = ? and state = ?",
                desired,
                vm.id(),
                vm.state());
    }

    /** It is to go, if it may, and was not to go already. */
    public boolean deleting(VmRow vm) {
        return change("""
                update vm set state = 'DELETING', problem = null, version = version + 1
                where id = ? and state <> 'DELETING' and not protected""", vm.id());
    }

    /** It is to be made once more, if it is still in the state in which that was allowed, and is not lost and protected. */
    boolean again(VmRow vm) {
        return change("""
                update vm set state = 'REQUESTED', recreated = state = 'LOST', desired_power = 'RUNNING', addresses = '',
                    started_at = null, problem = null, version = version + 1
                where id = ? and state = ? and not (state = 'LOST' and protected)""", vm.id(), vm.state());
    }

    /** A worker makes it now. */
    public boolean provisioning(VmRow vm) {
        return change("""
                update vm set state = 'PROVISIONING', desired_power = 'RUNNING', problem = null, version = version + 1
                where id = ? and (state in ('REQUESTED', 'PROVISIONING', 'FAILED') or state = 'LOST' and recreated)""", vm.id());
    }

    /** What its guest showed when it was made; it is not called running before its job is done. */
    public boolean made(VmRow vm, Observation seen) {
        return change("""
                update vm set addresses = ?, started_at = ?, version = version + 1
                where id = ? and state = 'PROVISIONING'""", TextList.text(seen.addresses()), seen.startedAt(), vm.id());
    }

    /** The job that made it is done. */
    public boolean running(VmRow vm) {
        return change("""
                update vm set state = 'RUNNING', recreated = false, version = version + 1
                where id = ? and state = 'PROVISIONING'""", vm.id());
    }

    /** It could not be made. If it had been made before, it is lost again: its former guest may come back. */
    public boolean notMade(VmRow vm, Problem problem) {
        return change("""
                update vm set state = case when recreated then 'LOST' else 'FAILED' end, problem = ?, version = version + 1
                where id = ? and state in ('REQUESTED', 'PROVISIONING')""", ProblemText.of(problem), vm.id());
    }

    /** It was not taken away, or not wholly: it is lost until its guest is seen, if that is still there. */
    public boolean notDeleted(VmRow vm, @Nullable Problem problem) {
        return change(
                "update vm set state = 'LOST', problem = ?, version = version + 1 where id = ? and state = 'DELETING'"
                        + " and deleted_at is null",
                problem == null ? null : ProblemText.of(problem),
                vm.id());
    }

    /** What its guest showed after its power was changed. */
    public boolean powered(VmRow vm, Observation seen) {
        return change("""
                update vm set state = ?, addresses = ?, started_at = ?, problem = null, version = version + 1
                where id = ? and state in ('RUNNING', 'STOPPED', 'PAUSED', 'LOST')""", GuestStates.of(seen.state()), TextList.text(seen.addresses()), seen.startedAt(), vm.id());
    }

    /** What is wanted is what is, for the job that was to change it has ended; or nothing but that it has ended. */
    public boolean settled(VmRow vm, boolean reached) {
        return change("""
                update vm set desired_power = case
                        when ? or state not in ('RUNNING', 'STOPPED', 'PAUSED') then desired_power else state end,
                    version = version + 1
                where id = ?""", reached, vm.id());
    }

    /** What its guest shows now, or that it has none, if nothing has changed since this version. */
    public boolean observed(KnownGuest known, VmState state, @Nullable Observation seen) {
        return change(
                """
                update vm set state = ?, addresses = ?, started_at = ?, recreated = false,
                    problem = case when recreated then null else problem end, version = version + 1
                where id = ? and version = ? and state in ('RUNNING', 'STOPPED', 'PAUSED', 'LOST')""",
                state,
                seen == null ? "" : TextList.text(seen.addresses()),
                seen == null ? null : seen.startedAt(),
                known.id(),
                known.version());
    }

    /** It is what its guest is, which was to be made once more, if nothing has changed since this version. */
    public boolean adopted(VmRow vm, VmState state, Observation seen) {
        return change("""
                update vm set state = ?, desired_power = ?, addresses = ?, started_at = ?, recreated = false,
                    problem = null, version = version + 1
                where id = ? and version = ? and recreated and state in ('REQUESTED', 'LOST')""", state, state, TextList.text(seen.addresses()), seen.startedAt(), vm.id(), vm.version());
    }

    /** It is gone, if it was to go, and is not in the bin. */
    public boolean gone(VmRow vm) {
        return remove(GONE, vm);
    }

    /** It is gone, if it is still lost, and may go. */
    public boolean forgotten(VmRow vm) {
        return remove(FORGOTTEN, vm);
    }

    /** It is gone by a statement that names its id alone. */
    boolean remove(Sql sql, VmRow vm) {
        boolean done = transactions.sql(connection -> sql.update(connection, vm.id())) > 0;
        if (done) {
            tell(Change.removed(VmEvents.TOPIC, vm.id(), Audience.owner(vm.ownerId())));
        }
        return done;
    }

    /** A change by a statement that ends before its {@code returning}. */
    boolean change(String sql, @Nullable Object... values) {
        return change(UnaryOperator.identity(), sql, values);
    }

    /** The same of one that comes into view: whoever is told knows no version of it, and has to find its place. */
    boolean reveal(String sql, @Nullable Object... values) {
        return change(change -> change.since(0), sql, values);
    }

    private boolean change(UnaryOperator<Change<VmEvents>> promise, String sql, @Nullable Object... values) {
        Optional<Change<VmEvents>> told =
                transactions.sql(connection -> new Sql(sql + TOLD).first(connection, VmChanges::told, values));
        told.map(promise).ifPresent(this::tell);
        return told.isPresent();
    }

    /** All that can differ from the version before, but for a problem, which has to be asked for. */
    private static Change<VmEvents> told(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        Change<VmEvents> change = Change.changed(
                        VmEvents.TOPIC, Columns.id(row, "id"), Audience.owner(Columns.id(row, "owner_id")))
                .version(version)
                .with(VmEvents.NAME, row.getString("name"))
                .with(VmEvents.TAGS, TextList.list(row.getString("tags")))
                .with(VmEvents.PROTECTED, row.getBoolean("protected"))
                .with(VmEvents.STATE, VmState.valueOf(row.getString("state")))
                .with(VmEvents.DESIRED_POWER, DesiredPower.valueOf(row.getString("desired_power")))
                .with(VmEvents.ADDRESSES, TextList.list(row.getString("addresses")))
                .with(VmEvents.STARTED_AT, Columns.instantOrNull(row, "started_at"));
        return row.getString("problem") == null ? change.with("problem", null).since(version - 1) : change;
    }

    /** All VMs of one owner, in the bin or not, are another's, who has room for them: to the former they are gone. */
    void give(UUID owner, UUID receiver) {
        List<Change<VmEvents>> told =
                transactions.sql(connection -> GIVEN.query(connection, VmChanges::toldToReceiver, receiver, owner));
        told.forEach(change -> {
            tell(Change.removed(change.topic(), change.objectId(), Audience.owner(owner)));
            tell(change);
        });
    }

    private static Change<VmEvents> toldToReceiver(ResultSet row) throws SQLException {
        return row.getObject("deleted_at") == null
                ? told(row).since(0)
                : Change.changed(VmEvents.BIN, Columns.id(row, "id"), Audience.owner(Columns.id(row, "owner_id")));
    }

    /** Has a change told of after the commit. */
    void tell(Change<VmEvents> change) {
        transactions.afterCommit(() -> publish(change));
    }

    private void publish(Change<VmEvents> change) {
        Events target = events;
        if (target != null) {
            target.publish(change);
        }
    }
}
