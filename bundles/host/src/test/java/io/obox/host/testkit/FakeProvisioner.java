package io.obox.host.testkit;

import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A host whose guests and images are what a test says. */
public final class FakeProvisioner implements Provisioner, ImagePool {
    public static final Instant BOOT = Instant.parse("2026-01-02T03:04:05Z");

    private final Map<UUID, Observation> guests = new ConcurrentHashMap<>();
    private volatile List<PooledImage> images = List.of();
    private volatile @Nullable ProvisionException fault;
    private volatile @Nullable CountDownLatch hold;
    private volatile @Nullable Runnable duringObservation;
    private volatile @Nullable Runnable listener;
    private final UUID identity;
    private final CountDownLatch entered = new CountDownLatch(1);

    /** A host of its own. */
    public FakeProvisioner() {
        this(UUID.randomUUID());
    }

    /** The way of another node to a host. */
    public FakeProvisioner(UUID identity) {
        this.identity = identity;
    }

    /** Every call fails in this way, or works again. */
    public void failWith(@Nullable ProvisionException failure) {
        fault = failure;
    }

    /** Calls of apply wait until the test lets them go on, or until they are interrupted. */
    public void holdUntil(CountDownLatch latch) {
        hold = latch;
    }

    /** Waits until a call of apply is held. */
    public void awaitEntered() throws InterruptedException {
        entered.await();
    }

    /** Happens after the guests were looked at, and before that is told. */
    public void duringObservation(Runnable action) {
        duringObservation = action;
    }

    public void set(UUID vmId, GuestState state, String... addresses) {
        guests.put(
                vmId,
                Observation.builder(vmId, state)
                        .addresses(List.of(addresses))
                        .startedAt(state == GuestState.STOPPED ? null : BOOT)
                        .build());
    }

    /** From now on it keeps these images. */
    public void keep(PooledImage... kept) {
        images = List.of(kept);
    }

    public void forget(UUID vmId) {
        guests.remove(vmId);
    }

    public Set<UUID> guests() {
        return guests.keySet();
    }

    public void hint() {
        Runnable told = listener;
        if (told != null) {
            told.run();
        }
    }

    @Override
    public UUID identity() throws ProvisionException {
        strike();
        return identity;
    }

    @Override
    public Capabilities capabilities() throws ProvisionException {
        strike();
        return Capabilities.builder(4, 8192, 100).build();
    }

    @Override
    public void validate(VmSpec spec) {}

    @Override
    public Observation apply(Target target, Progress progress) throws ProvisionException, InterruptedException {
        strike();
        progress.at(50, "Booting");
        progress.at(70, "Booting");
        CountDownLatch latch = hold;
        if (latch != null) {
            entered.countDown();
            latch.await();
        }
        set(target.vmId(), GuestState.RUNNING, "192.0.2.9");
        return guest(target.vmId());
    }

    @Override
    public Observation power(Target target, PowerAction action, Progress progress) throws ProvisionException {
        strike();
        if (!guests.containsKey(target.vmId())) {
            throw new ProvisionException(ProvisionException.Kind.NOT_FOUND, "There is no guest.");
        }
        set(
                target.vmId(),
                switch (action) {
                    case START, REBOOT, RESET, RESUME -> GuestState.RUNNING;
                    case STOP, SHUTDOWN -> GuestState.STOPPED;
                    case PAUSE -> GuestState.PAUSED;
                });
        return guest(target.vmId());
    }

    @Override
    public void destroy(Target target, Progress progress) throws ProvisionException {
        strike();
        guests.remove(target.vmId());
    }

    @Override
    public List<Observation> observeAll() throws ProvisionException {
        strike();
        List<Observation> seen = List.copyOf(guests.values());
        Runnable action = duringObservation;
        if (action != null) {
            action.run();
        }
        return seen;
    }

    @Override
    public List<PooledImage> images() throws ProvisionException {
        strike();
        return images;
    }

    @Override
    public AutoCloseable onChange(Runnable told) {
        listener = told;
        return () -> listener = null;
    }

    private Observation guest(UUID vmId) {
        return Objects.requireNonNull(guests.get(vmId));
    }

    private void strike() throws ProvisionException {
        ProvisionException failure = fault;
        if (failure != null) {
            throw failure;
        }
    }
}
