package io.obox.vm.internal.kit;

import static org.awaitility.Awaitility.await;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.HostKit;
import io.obox.image.testkit.ImageKit;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Quota;
import io.obox.user.Quotas;
import io.obox.user.Role;
import io.obox.vm.NewVm;
import io.obox.vm.internal.reconcile.Leftovers;
import io.obox.vm.internal.reconcile.Reconciliation;
import io.obox.vm.internal.search.Relations;
import io.obox.vm.internal.store.BulkTargets;
import io.obox.vm.internal.store.TextList;
import io.obox.vm.internal.vms.ActionRequests;
import io.obox.vm.internal.vms.BatchCreation;
import io.obox.vm.internal.vms.BinChanges;
import io.obox.vm.internal.vms.BinTerm;
import io.obox.vm.internal.vms.BulkActions;
import io.obox.vm.internal.vms.BulkCandidates;
import io.obox.vm.internal.vms.RepeatedRequests;
import io.obox.vm.internal.vms.VmAccess;
import io.obox.vm.internal.vms.VmAssembly;
import io.obox.vm.internal.vms.VmBin;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmCreation;
import io.obox.vm.internal.vms.VmDeletion;
import io.obox.vm.internal.vms.VmEditing;
import io.obox.vm.internal.vms.VmEntity;
import io.obox.vm.internal.vms.VmPlaces;
import io.obox.vm.internal.vms.VmPower;
import io.obox.vm.internal.vms.VmReading;
import io.obox.vm.internal.vms.VmRepairs;
import io.obox.vm.internal.vms.VmRow;
import io.obox.vm.internal.vms.VmSelection;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmTable;
import io.obox.vm.internal.vms.VmTags;
import io.obox.vm.internal.vms.VmUsage;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The tables of one node, empty but for an image and a host. */
public final class VmKit {
    /** One database for the whole run: making one takes longer than most tests. */
    private static final TestDatabase DATABASE = TestDatabase.counted();

    private static final Transactions VMS = DATABASE.bundle("io.obox.vm", VmEntity.class, TextList.class);
    private static final Transactions HOSTS = HostKit.tables(DATABASE);
    private static final Transactions IMAGES = ImageKit.tables(DATABASE);

    /** Of each VM; no two of its measures are the same, so that none is taken for another. */
    public static final int VCPUS = 3;

    public static final int DISK_GIB = 2;

    public static final Caller ANN = caller("ann@example.org", Role.USER);
    public static final Caller BOB = caller("bob@example.org", Role.USER);
    public static final Caller ADMIN = caller("admin@example.org", Role.ADMIN);

    public final Transactions transactions = VMS;
    public final FakeJobs jobs;
    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final HostKit hosts;
    public final ImageKit images;
    public final VmTable table = new VmTable(transactions);
    public final VmChanges changes;
    public final BinChanges binChanges;
    public final VmUsage usage;
    public final VmSelection selection;
    public final FakeProvisioner provisioner;
    public final UUID hostId;
    public final UUID imageId;

    public final BulkTargets targets = new BulkTargets(transactions);
    public @Nullable BulkActions bulk;

    /** For how many days deleted VMs stay. */
    public volatile int binDays = 7;

    /** What each user may have. */
    public volatile Quota quota = new Quota(1_000, 1_000, 1_000_000, 1_000);

    public VmKit() {
        await().until(transactions::ready);
        jobs = new FakeJobs(transactions);
        transactions.sql(
                connection -> connection.createStatement().executeUpdate("truncate vm, vm_usage, vm_bulk_target"));
        hosts = HostKit.alone(HOSTS);
        hostId = hosts.id;
        provisioner = hosts.provisioner;
        images = new ImageKit(IMAGES);
        imageId = images.id;
        changes = wired(new VmChanges(transactions));
        binChanges = new BinChanges(transactions, changes);
        usage = wired(new VmUsage(transactions));
        selection = new VmSelection(wired(new Relations(transactions)));
    }

    /** The service on these tables. */
    public VmService vms() {
        VmAccess access = new VmAccess(table);
        RepeatedRequests requests = wired(new RepeatedRequests());
        VmReading reading = new VmReading(table, selection, access, assembly());
        ActionRequests actions = wired(new ActionRequests(transactions, access, requests));
        VmPower power = new VmPower(actions, changes, wired(new VmPlaces()));
        VmDeletion deletion =
                wired(new VmDeletion(transactions, access, changes, wired(new VmPlaces()), new BinTerm(binDays)));
        bulk = wired(new BulkActions(
                transactions,
                new BulkCandidates(transactions, selection),
                targets,
                table,
                power,
                deletion,
                bin(),
                requests));
        return new VmService(
                wired(new VmCreation(transactions, changes, requests, usage)),
                wired(new BatchCreation(transactions, changes, requests, usage)),
                reading,
                new VmTags(transactions),
                new VmEditing(transactions, access, changes, reading),
                power,
                wired(new VmRepairs(actions, changes, wired(new VmPlaces()))),
                deletion,
                bin(),
                bulk);
    }

    /** What makes VMs of rows. */
    public VmAssembly assembly() {
        return wired(new VmAssembly());
    }

    /** The bin, for as long as it is set. */
    public VmBin bin() {
        return wired(new VmBin(
                transactions, table, binChanges, usage, wired(new VmPlaces()), assembly(), new BinTerm(binDays)));
    }

    /** What keeps the rows true. */
    public Reconciliation reconciliation() {
        return wired(new Reconciliation(transactions, table, changes, leftovers(), usage));
    }

    /** What has them cleaned up. */
    public Leftovers leftovers() {
        return wired(new Leftovers(transactions, table, wired(new VmPlaces())));
    }

    /** Gives an object the services of other bundles that it refers to. */
    public <T> T wired(T object) {
        services().forEach((name, service) -> HostKit.set(object, name, service));
        return object;
    }

    private Map<String, Object> services() {
        return Map.of(
                "events",
                (Events) events::add,
                "jobs",
                jobs,
                "quotas",
                (Quotas) user -> quota,
                "users",
                new FakeUsers(List.of(ANN, BOB, ADMIN)),
                "hosts",
                hosts.service,
                "placement",
                hosts.placement,
                "access",
                hosts.access,
                "images",
                images.store);
    }

    public NewVm request(@Nullable String name) {
        return requestOf(name, imageId);
    }

    public NewVm requestOf(@Nullable String name, UUID image) {
        return NewVm.builder()
                .name(name)
                .imageId(image)
                .vcpus(VCPUS)
                .memoryMib(128)
                .diskGib(DISK_GIB)
                .build();
    }

    public NewVm keyed(String name, String key) {
        return NewVm.builder()
                .name(name)
                .imageId(imageId)
                .vcpus(VCPUS)
                .memoryMib(128)
                .diskGib(DISK_GIB)
                .idempotencyKey(key)
                .build();
    }

    public NewVm sized(String name, int memoryMib) {
        return NewVm.builder()
                .name(name)
                .imageId(imageId)
                .vcpus(VCPUS)
                .memoryMib(memoryMib)
                .diskGib(DISK_GIB)
                .build();
    }

    /** As small as one can be, so that a host has room for many. */
    public NewVm small(String name) {
        return NewVm.builder()
                .name(name)
                .imageId(imageId)
                .vcpus(1)
                .memoryMib(64)
                .diskGib(1)
                .build();
    }

    /** Puts a VM into a state, past all rules. */
    public VmRow force(UUID id, String state) {
        transactions.sql(connection -> {
            try (var update =
                    connection.prepareStatement("update vm set state = ?, version = version + 1 where id = ?")) {
                update.setString(1, state);
                update.setObject(2, id);
                return update.executeUpdate();
            }
        });
        return table.find(id).orElseThrow();
    }

    public static Caller caller(String email, Role role) {
        UUID id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(id, email, role, Credential.SESSION)
                .issue();
    }
}
