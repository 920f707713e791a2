package io.obox.provisioner.simulated.internal;

import io.obox.provisioner.simulated.internal.InjectedFaults.Operation;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.NetworkInterface;
import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host whose guests are files. Each call first writes what is going to be, with its times, and then waits for the time to
 * come: whatever happens to the process meanwhile, the guest goes on.
 */
final class SimulatedHost implements Provisioner, ImagePool {
    private static final String NETWORK = "default";

    private final Capabilities capabilities;
    private final Timing timing;
    private final InjectedFaults faults;
    private final GuestFiles files;
    private final ReentrantLock room = new ReentrantLock();

    SimulatedHost(Capabilities capabilities, Timing timing, InjectedFaults faults, GuestFiles files) {
        this.capabilities = capabilities;
        this.timing = timing;
        this.faults = faults;
        this.files = files;
    }

    @Override
    public UUID identity() throws ProvisionException {
        faults.strike(Operation.CAPABILITIES);
        try {
            return files.hostId();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Capabilities capabilities() throws ProvisionException {
        faults.strike(Operation.CAPABILITIES);
        return capabilities;
    }

    @Override
    public void validate(VmSpec spec) throws ProvisionException {
        if (spec.vcpus() > capabilities.cpus()) {
            throw rejected(SimulatedMessage.TOO_MANY_VCPUS, spec.vcpus(), capabilities.cpus());
        }
        if (spec.memoryMib() > capabilities.memoryMib()) {
            throw rejected(SimulatedMessage.TOO_MUCH_MEMORY, spec.memoryMib(), capabilities.memoryMib());
        }
        if (spec.diskGib() > capabilities.storageGib()) {
            throw rejected(SimulatedMessage.TOO_MUCH_DISK, spec.diskGib(), capabilities.storageGib());
        }
    }

    @Override
    public Observation apply(Target target, Progress progress) throws ProvisionException, InterruptedException {
        progress.at(0, SimulatedMessage.LOOKING.with());
        validate(target.spec());
        Guest guest = stored(target.vmId()).orElse(null);
        if (guest == null) {
            faults.strike(Operation.CREATE);
            guest = define(target);
        }
        progress.at(10, SimulatedMessage.MAKING_DISK.with());
        waitUntil(guest.madeAt());
        progress.at(50, SimulatedMessage.BOOTING.with());
        Guest booting = change(target.vmId(), made -> {
            Instant now = Instant.now();
            return made.off(now) ? made.boot(now, timing.nextBoot()) : made.resume();
        });
        waitUntil(booting.addressAt() == null ? 0 : booting.addressAt());
        progress.at(100, SimulatedMessage.HAS_ADDRESS.with());
        return existing(target.vmId()).observe(Instant.now());
    }

    @Override
    public Observation power(Target target, PowerAction action, Progress progress)
            throws ProvisionException, InterruptedException {
        faults.strike(Operation.POWER);
        Guest before = existing(target.vmId());
        Instant now = Instant.now();
        boolean off = before.off(now);
        if (off && needsRunningGuest(action)) {
            throw rejected(SimulatedMessage.IS_OFF, action.name().toLowerCase(Locale.ROOT));
        }
        progress.at(10, SimulatedMessage.CHANGING_POWER.with());
        Instant due = now.plus(timing.nextPower());
        Guest after = change(target.vmId(), guest -> switch (action) {
            case START -> off ? guest.boot(now, timing.nextBoot()) : guest.resume();
            case SHUTDOWN -> off ? guest : guest.end(due);
            case STOP -> off ? guest : guest.end(now);
            case REBOOT, RESET -> guest.boot(due, timing.nextBoot());
            case PAUSE -> guest.pause();
            case RESUME -> guest.resume();
        });
        if (!after.equals(before)) {
            waitUntil(due.toEpochMilli());
        }
        progress.at(100, SimulatedMessage.POWER_CHANGED.with());
        return existing(target.vmId()).observe(Instant.now());
    }

    @Override
    public void destroy(Target target, Progress progress) throws ProvisionException, InterruptedException {
        faults.strike(Operation.DESTROY);
        if (stored(target.vmId()).isEmpty()) {
            return;
        }
        progress.at(10, SimulatedMessage.TAKING_AWAY.with());
        waitUntil(Instant.now().plus(timing.nextPower()).toEpochMilli());
        try {
            files.delete(target.vmId());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public List<Observation> observeAll() throws ProvisionException {
        faults.strike(Operation.OBSERVE);
        Instant now = Instant.now();
        return guests().stream()
                .filter(guest -> guest.made(now))
                .map(guest -> guest.observe(now))
                .toList();
    }

    @Override
    public List<PooledImage> images() throws ProvisionException {
        faults.strike(Operation.OBSERVE);
        return kept().map(Guest.Image::pooled).toList();
    }

    private boolean keeps(Guest.Image image) throws ProvisionException {
        return kept().anyMatch(image::equals);
    }

    private Stream<Guest.Image> kept() throws ProvisionException {
        return guests().stream().map(Guest::image).filter(Objects::nonNull).distinct();
    }

    private Guest define(Target target) throws ProvisionException {
        for (NetworkInterface one : target.spec().interfaces()) {
            if (!one.network().equals(NETWORK)) {
                throw new ProvisionException(Kind.NOT_FOUND, SimulatedMessage.NO_NETWORK.with(one.network()));
            }
        }
        Guest.Image image = Guest.Image.of(target.image());
        if (!Files.isReadable(target.image().file()) && !keeps(image)) {
            throw new ProvisionException(
                    Kind.NOT_FOUND,
                    SimulatedMessage.NO_IMAGE_FILE.with(target.image().name()));
        }
        room.lock();
        try {
            List<Guest> others = guests();
            requireRoom(target.spec(), others);
            Guest guest = new Guest(
                    target.vmId(),
                    target.name(),
                    target.spec().vcpus(),
                    target.spec().memoryMib(),
                    target.spec().diskGib(),
                    Addresses.free(others.stream().map(Guest::address).collect(Collectors.toSet()), target.vmId()),
                    Instant.now().plus(timing.nextCreate()).toEpochMilli(),
                    null,
                    null,
                    null,
                    false,
                    target.spec().autostart(),
                    image);
            files.write(guest);
            return guest;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            room.unlock();
        }
    }

    private void requireRoom(VmSpec spec, List<Guest> others) throws ProvisionException {
        Instant now = Instant.now();
        long memory = others.stream()
                .filter(guest -> guest.needsMemory(now))
                .mapToLong(Guest::memoryMib)
                .sum();
        long disk = others.stream().mapToLong(Guest::diskGib).sum();
        if (memory + spec.memoryMib() > capabilities.memoryMib() || disk + spec.diskGib() > capabilities.storageGib()) {
            throw new ProvisionException(Kind.CAPACITY, SimulatedMessage.NO_ROOM.with());
        }
    }

    private Guest change(UUID vmId, UnaryOperator<Guest> change) throws ProvisionException {
        Guest before = existing(vmId);
        Guest after = change.apply(before);
        if (!after.equals(before)) {
            try {
                files.write(after);
            } catch (IOException e) {
                throw failed(e);
            }
        }
        return after;
    }

    private Guest existing(UUID vmId) throws ProvisionException {
        return stored(vmId).orElseThrow(() -> new ProvisionException(Kind.NOT_FOUND, SimulatedMessage.NO_GUEST.with()));
    }

    private Optional<Guest> stored(UUID vmId) throws ProvisionException {
        try {
            return files.find(vmId);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private List<Guest> guests() throws ProvisionException {
        try {
            return files.all();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean needsRunningGuest(PowerAction action) {
        return switch (action) {
            case PAUSE, RESUME, REBOOT, RESET -> true;
            case START, SHUTDOWN, STOP -> false;
        };
    }

    private static void waitUntil(long epochMilli) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(Math.max(0, epochMilli - System.currentTimeMillis())));
    }

    private static ProvisionException rejected(SimulatedMessage sentence, Object... values) {
        return new ProvisionException(Kind.REJECTED, sentence.with(values));
    }

    private static ProvisionException failed(IOException cause) {
        return new ProvisionException(Kind.FAILED, SimulatedMessage.FILES_UNUSABLE.with(), cause);
    }
}
