package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.libvirt.internal.connection.Lease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leases of a host's networks at one moment. */
record Leases(List<Lease> all) {
    /**
     * The addresses that a guest got in its present boot.
     *
     * @param mark what was noted at the boot; null for a boot that OBox did not see, whose leases have to be believed
     */
    List<String> addresses(String mac, @Nullable BootMark mark) {
        return all.stream()
                .filter(lease -> lease.mac().equals(mac))
                .filter(lease -> mark == null || mark.proves(lease.expiry()))
                .map(Lease::address)
                .distinct()
                .sorted()
                .toList();
    }

    /** Expiry of the guest's latest lease, or {@link BootMark#NONE}. */
    long latestExpiry(String mac) {
        return all.stream()
                .filter(lease -> lease.mac().equals(mac))
                .mapToLong(Lease::expiry)
                .max()
                .orElse(BootMark.NONE);
    }
}
