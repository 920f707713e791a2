package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.guest.DomainDefinition;
import io.obox.provisioner.libvirt.internal.guest.Guests;
import io.obox.provisioner.libvirt.internal.guest.Platform;
import io.obox.provisioner.libvirt.internal.guest.Power;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.libvirt.internal.message.LibvirtStep;
import io.obox.provisioner.libvirt.internal.seed.Seed;
import io.obox.provisioner.libvirt.internal.storage.BaseImages;
import io.obox.provisioner.libvirt.internal.storage.GuestVolumes;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a guest into being. The domain is defined when its volumes are complete, so that a defined domain never lacks
 * anything, whenever this was cut off.
 */
record Creation(Guests guests, Power power, Watch watch, BaseImages images, GuestVolumes volumes, Patience patience) {
    private static final Logger LOG = LoggerFactory.getLogger(Creation.class);

    Observation apply(Target target, Platform platform, Progress progress)
            throws ProvisionException, InterruptedException {
        boolean exists = guests.find(target.vmId()).isPresent();
        boolean kept = exists || volumes.exist(target.vmId());
        try {
            if (!exists) {
                define(target, platform, progress);
            }
            progress.at(65, LibvirtStep.STARTING.with());
            power.on(target.vmId());
            progress.at(75, LibvirtStep.WAITING_FOR_ADDRESS.with());
            return ready(target);
        } catch (ProvisionException e) {
            if (!exists && e.kind() != Kind.UNREACHABLE) {
                cleanUp(target, kept);
            }
            throw e;
        }
    }

    private void define(Target target, Platform platform, Progress progress)
            throws ProvisionException, InterruptedException {
        progress.at(2, LibvirtStep.LOOKING.with());
        guests.requireNetwork(target.spec().interfaces().getFirst().network());
        String base = images.path(target.image(), progress);
        progress.at(50, LibvirtStep.MAKING_DISK.with());
        String disk = volumes.disk(
                target.vmId(),
                target.spec().disks().getFirst().sizeGib(),
                base,
                target.image().format());
        progress.at(55, LibvirtStep.WRITING_SEED.with());
        String seed = volumes.seed(target.vmId(), Seed.image(target));
        progress.at(60, LibvirtStep.DEFINING.with());
        guests.define(new DomainDefinition(target.vmId(), target.name(), target.spec(), platform, disk, seed));
    }

    private Observation ready(Target target) throws ProvisionException, InterruptedException {
        Observation seen = watch.until(
                        target.vmId(),
                        patience.ready(),
                        o -> o.state() != GuestState.RUNNING || !o.addresses().isEmpty())
                .orElseThrow(() -> new ProvisionException(
                        Kind.FAILED,
                        LibvirtMessage.NO_ADDRESS.with(patience.ready().toSeconds())));
        if (seen.state() != GuestState.RUNNING) {
            throw new ProvisionException(Kind.FAILED, LibvirtMessage.DID_NOT_STAY_ON.with());
        }
        return seen;
    }

    /** What an earlier call left is not this one's to take away: a guest may have written to it. */
    private void cleanUp(Target target, boolean keepVolumes) throws InterruptedException {
        try {
            guests.remove(target.vmId());
            if (!keepVolumes) {
                volumes.delete(target.vmId());
            }
        } catch (ProvisionException e) {
            LOG.warn("what was made of guest {} could not be taken away", target.vmId(), e);
        }
    }
}
