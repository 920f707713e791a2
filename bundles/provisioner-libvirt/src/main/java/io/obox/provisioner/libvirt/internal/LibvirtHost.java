package io.obox.provisioner.libvirt.internal;

import io.obox.libvirt.EventLoop;
import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.connection.Connection;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.libvirt.internal.guest.Guests;
import io.obox.provisioner.libvirt.internal.guest.Platform;
import io.obox.provisioner.libvirt.internal.guest.Power;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.libvirt.internal.message.LibvirtStep;
import io.obox.provisioner.libvirt.internal.storage.BaseImages;
import io.obox.provisioner.libvirt.internal.storage.GuestVolumes;
import io.obox.provisioner.libvirt.internal.storage.Pool;
import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host that is reached through libvirt. */
final class LibvirtHost implements Provisioner, ImagePool, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtHost.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final long GIB = 1L << 30;
    private static final int KIB_PER_MIB = 1024;

    private final Connection connection;
    private final Changes changes = new Changes();
    private final Acceleration acceleration;
    private final Pool pool;
    private final BaseImages images;
    private final GuestVolumes volumes;
    private final Guests guests;
    private final Power power;
    private final Creation creation;
    private final PowerActions actions;
    private final Identity identity = new Identity();
    private volatile @Nullable Size size;

    private record Size(int cpus, long memoryMib, Platform platform) {}

    /**
     * @param pool name of its storage pool
     * @param poolPath folder on the host where a missing pool is made
     */
    LibvirtHost(
            EventLoop loop, String uri, Acceleration acceleration, String pool, String poolPath, Patience patience) {
        this.acceleration = acceleration;
        connection = new Connection(uri, loop, changes);
        this.pool = new Pool(connection, pool, poolPath);
        images = new BaseImages(this.pool, patience.upload());
        volumes = new GuestVolumes(this.pool);
        guests = new Guests(connection);
        power = new Power(connection, guests);
        Watch watch = new Watch(guests);
        creation = new Creation(guests, power, watch, images, volumes, patience);
        actions = new PowerActions(power, watch, patience);
        changes.onStarted(this::noteBoot);
    }

    @Override
    public UUID identity() throws ProvisionException, InterruptedException {
        return connection.call(LOOK, LibvirtMessage.TELL_IDENTITY.with(), identity::of);
    }

    @Override
    public Capabilities capabilities() throws ProvisionException, InterruptedException {
        Size found = size();
        return Capabilities.builder(found.cpus, found.memoryMib, pool.capacity() / GIB)
                .accelerated(found.platform.accelerated())
                .build();
    }

    private Size size() throws ProvisionException, InterruptedException {
        Size found = connection.call(LOOK, LibvirtMessage.TELL_CAPABILITIES.with(), hypervisor -> {
            var node = hypervisor.nodeInfo();
            return new Size(
                    node.cpus, node.memory / KIB_PER_MIB, Platform.of(hypervisor.getCapabilities(), acceleration));
        });
        size = found;
        return found;
    }

    /** Goes by what the host said of itself last, if it said anything yet. */
    @Override
    public void validate(VmSpec spec) throws ProvisionException {
        require(spec.disks().size() == 1, LibvirtMessage.ONE_DISK.with());
        require(spec.interfaces().size() == 1, LibvirtMessage.ONE_INTERFACE.with());
        Size known = size;
        if (known != null) {
            require(spec.vcpus() <= known.cpus, LibvirtMessage.TOO_MANY_VCPUS.with(known.cpus));
            require(spec.memoryMib() <= known.memoryMib, LibvirtMessage.TOO_MUCH_MEMORY.with(known.memoryMib));
        }
    }

    @Override
    public Observation apply(Target target, Progress progress) throws ProvisionException, InterruptedException {
        progress.at(0, LibvirtStep.CONNECTING.with());
        Platform platform = size().platform;
        validate(target.spec());
        require(
                target.spec().diskGib() * GIB >= target.image().virtualSizeBytes(),
                LibvirtMessage.DISK_SMALLER.with(target.image().name()));
        return creation.apply(target, platform, progress);
    }

    private static void require(boolean fits, Message otherwise) throws ProvisionException {
        if (!fits) {
            throw new ProvisionException(Kind.REJECTED, otherwise);
        }
    }

    @Override
    public Observation power(Target target, PowerAction action, Progress progress)
            throws ProvisionException, InterruptedException {
        return actions.act(target.vmId(), action, progress);
    }

    @Override
    public void destroy(Target target, Progress progress) throws ProvisionException, InterruptedException {
        progress.at(10, LibvirtStep.REMOVING.with());
        guests.remove(target.vmId());
        progress.at(60, LibvirtStep.DELETING_VOLUMES.with());
        volumes.delete(target.vmId());
    }

    @Override
    public List<Observation> observeAll() throws ProvisionException, InterruptedException {
        return guests.all();
    }

    @Override
    public List<PooledImage> images() throws ProvisionException, InterruptedException {
        return images.all();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return changes.subscribe(listener);
    }

    private void noteBoot(UUID vmId) {
        try {
            power.noteBoot(vmId);
        } catch (ProvisionException e) {
            LOG.debug("the boot of guest {} could not be noted", vmId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
