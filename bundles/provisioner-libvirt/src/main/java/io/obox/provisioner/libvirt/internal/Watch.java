package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.guest.Guests;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Looks at a guest until it is as wanted. */
record Watch(Guests guests) {
    private static final Duration GLANCE = Duration.ofMillis(500);

    Observation see(UUID vmId) throws ProvisionException, InterruptedException {
        return guests.find(vmId)
                .orElseThrow(() -> new ProvisionException(Kind.NOT_FOUND, LibvirtMessage.NO_SUCH_GUEST.with()));
    }

    /** The first sight that is as wanted, or nothing within the time. */
    Optional<Observation> until(UUID vmId, Duration limit, Predicate<Observation> wanted)
            throws ProvisionException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Observation seen = see(vmId);
            if (wanted.test(seen)) {
                return Optional.of(seen);
            }
            if (System.nanoTime() > deadline) {
                return Optional.empty();
            }
            Thread.sleep(GLANCE);
        }
    }
}
