package io.obox.vm.internal.kit;

import static org.awaitility.Awaitility.await;

import io.obox.event.Change;
import io.obox.event.Events;
import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.image.ImageState;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.Provisioner;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.vm.NewVm;
import io.obox.vm.Vm;
import io.obox.vm.internal.hosts.HostEntity;
import io.obox.vm.internal.hosts.HostRegistry;
import io.obox.vm.internal.hosts.HostTable;
import io.obox.vm.internal.images.Catalogue;
import io.obox.vm.internal.images.ImageEntity;
import io.obox.vm.internal.images.ReadyImages;
import io.obox.vm.internal.store.InstantColumn;
import io.obox.vm.internal.store.TextList;
import io.obox.vm.internal.vms.Placement;
import io.obox.vm.internal.vms.VmChanges;
import io.obox.vm.internal.vms.VmEntity;
import io.obox.vm.internal.vms.VmService;
import io.obox.vm.internal.vms.VmTable;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;

/** The tables of one node, empty but for an image and a host. */
public final class VmKit {
    /** One database for the whole run: making one takes longer than most tests. */
    private static final Transactions SHARED = TestDatabase.create()
            .bundle(
                    "io.obox.vm",
                    VmEntity.class,
                    ImageEntity.class,
                    HostEntity.class,
                    InstantColumn.class,
                    TextList.class);

    public static final Caller ANN = caller("ann@example.org", Role.USER);
    public static final Caller BOB = caller("bob@example.org", Role.USER);
    public static final Caller ADMIN = caller("admin@example.org", Role.ADMIN);
    public static final String HOST = "north";

    public final Transactions transactions = SHARED;
    public final FakeJobs jobs;
    public final List<Change<?>> events = new CopyOnWriteArrayList<>();
    public final HostRegistry registry = new HostRegistry();
    public final HostTable hosts;
    public final Catalogue catalogue;
    public final VmTable table = new VmTable(transactions);
    public final VmChanges changes;
    public final FakeProvisioner provisioner = new FakeProvisioner();
    public final ServiceReference<Provisioner> reference = FakeService.reference(FakeService.bundle("1.0.0"), HOST, 0);
    public final UUID hostId;
    public final UUID imageId = UUID.randomUUID();

    public VmKit() {
        await().until(transactions::ready);
        jobs = new FakeJobs(transactions);
        hosts = wired(new HostTable(transactions));
        catalogue = wired(new Catalogue(transactions));
        changes = wired(new VmChanges(transactions));
        transactions.sql(connection -> connection.createStatement().executeUpdate("truncate vm, image, host"));
        hosts.answered(UUID.randomUUID(), HOST, "fake", "fake://north", capabilities());
        hostId = hosts.named(HOST).orElseThrow().id();
        putImage(imageId, "tiny", ImageState.READY, 1 << 20);
        registry.add(reference, provisioner);
    }

    /** The service on these tables. */
    public VmService vms() {
        return vms(new ReadyImages(catalogue, Duration.ZERO));
    }

    /** The service on these tables, with images as they are remembered. */
    public VmService vms(ReadyImages images) {
        return wired(new VmService(transactions, table, changes, new Placement(hosts, 16, Duration.ZERO), images));
    }

    public static Capabilities capabilities() {
        return new Capabilities(4, 8192, 100, false, Set.of());
    }

    /** Gives an object the services of other bundles that it refers to. */
    public <T> T wired(T object) {
        set(object, "events", (Events) events::add);
        set(object, "jobs", jobs);
        set(object, "users", new FakeUsers(List.of(ANN, BOB, ADMIN)));
        return object;
    }

    private static void set(Object object, String name, Object value) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(object, value);
        } catch (NoSuchFieldException e) {
            // it does not refer to this one
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    public void putImage(UUID id, String name, ImageState state, long virtualSize) {
        transactions.sql(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into image (id, name, os, os_version, arch, format, virtual_size_bytes, size_bytes, sha256,
                        default_user, state, source, created_at)
                    values (?, ?, 'tiny', '1', 'x86_64', ?, ?, 1, '00', 'root', ?, 'tiny/1.qcow2', now())""")) {
                insert.setObject(1, id);
                insert.setString(2, name);
                insert.setString(3, ImageFormat.QCOW2.name());
                insert.setLong(4, virtualSize);
                insert.setString(5, state.name());
                return insert.executeUpdate();
            }
        });
    }

    public Image image() {
        return catalogue.find(imageId).orElseThrow();
    }

    public NewVm request(@Nullable String name) {
        return requestOf(name, imageId);
    }

    public NewVm requestOf(@Nullable String name, UUID image) {
        return new NewVm(name, image, 1, 128, 1, null, null, null, null, null, null, null, null);
    }

    public NewVm keyed(String name, String key) {
        return new NewVm(name, imageId, 1, 128, 1, null, null, null, null, null, null, null, key);
    }

    public NewVm sized(String name, int memoryMib) {
        return new NewVm(name, imageId, 1, memoryMib, 1, null, null, null, null, null, null, null, null);
    }

    /** Puts a VM into a state, past all rules. */
    public Vm force(UUID id, String state) {
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

    private static Caller caller(String email, Role role) {
        UUID id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(id, email, role, Credential.SESSION)
                .issue();
    }
}
