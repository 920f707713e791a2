package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.guest.DomainDefinition;
import io.obox.provisioner.libvirt.internal.guest.Guests;
import io.obox.provisioner.libvirt.internal.guest.Platform;
import io.obox.provisioner.libvirt.internal.guest.Power;
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
            progress.at(65, "Starting the guest");
            power.on(target.vmId());
            progress.at(75, "Waiting for the guest's address");
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
        progress.at(2, "Looking at network and image");
        guests.requireNetwork(target.spec().interfaces().getFirst().network());
        String base = images.path(target.image(), progress);
        progress.at(50, "Making the disk");
        String disk = volumes.disk(
                target.vmId(),
                target.spec().disks().getFirst().sizeGib(),
                base,
                target.image().format());
        progress.at(55, "Writing the seed");
        String seed = volumes.seed(target.vmId(), Seed.image(target));
        progress.at(60, "Defining the guest");
        guests.define(new DomainDefinition(target.vmId(), target.name(), target.spec(), platform, disk, seed));
    }

    private Observation ready(Target target) throws ProvisionException, InterruptedException {
        Observation seen = watch.until(
                        target.vmId(),
                        patience.ready(),
                        o -> o.state() != GuestState.RUNNING || !o.addresses().isEmpty())
                .orElseThrow(() -> new ProvisionException(
                        Kind.FAILED,
                        "The guest got no address within " + patience.ready().toSeconds()
                                + " seconds: look whether its image takes one by DHCP."));
        if (seen.state() != GuestState.RUNNING) {
            throw new ProvisionException(Kind.FAILED, "The guest did not stay on: look at its console.");
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
