package io.obox.provisioner.simulated.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Addresses from the ranges that are set aside for documentation (RFC 5737, RFC 3849), so that none is ever real. */
final class Addresses {
    private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

    private Addresses() {}

    /** The lowest IPv4 address that nobody has, or an IPv6 address of the guest's own where all are taken. */
    static String free(Set<String> taken, UUID vmId) {
        return NETWORKS.stream()
                .flatMap(Addresses::hosts)
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseGet(() -> ofId(vmId));
    }

    private static Stream<String> hosts(String network) {
        return IntStream.rangeClosed(1, 254).mapToObj(host -> network + host);
    }

    private static String ofId(UUID vmId) {
        long bits = vmId.getMostSignificantBits() ^ vmId.getLeastSignificantBits();
        return "2001:db8::%x:%x:%x:%x"
                .formatted(bits >>> 48, bits >>> 32 & 0xffff, bits >>> 16 & 0xffff, bits & 0xffff);
    }
}
