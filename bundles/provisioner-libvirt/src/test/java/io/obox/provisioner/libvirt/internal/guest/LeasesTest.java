package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.provisioner.libvirt.internal.connection.Lease;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final String MAC = "52:54:01:02:03:04";
    private static final Instant BOOT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void leaseOfAnEarlierBootProvesNothing() {
        Leases leases = new Leases(List.of(new Lease(MAC, "192.168.122.5", 1000)));

        assertThat(leases.addresses(MAC, new BootMark(BOOT, leases.latestExpiry(MAC))))
                .isEmpty();
    }

    @Test
    void renewedLeaseCounts() {
        Leases leases = new Leases(List.of(new Lease(MAC, "192.168.122.5", 1001)));

        assertThat(leases.addresses(MAC, new BootMark(BOOT, 1000))).containsExactly("192.168.122.5");
    }

    @Test
    void firstLeaseCounts() {
        Leases leases = new Leases(List.of(new Lease(MAC, "192.168.122.5", 1000)));

        assertThat(leases.addresses(MAC, new BootMark(BOOT, BootMark.NONE))).containsExactly("192.168.122.5");
    }

    @Test
    void ofSeveralLeasesOnlyThoseOfThisBootCount() {
        Leases leases = new Leases(List.of(
                new Lease(MAC, "192.168.122.5", 900),
                new Lease(MAC, "192.168.122.6", 1000),
                new Lease(MAC, "192.168.122.7", 1500)));

        assertThat(leases.addresses(MAC, new BootMark(BOOT, 1000))).containsExactly("192.168.122.7");
    }

    @Test
    void endlessLeaseCountsSinceItNeverShowsARenewal() {
        Leases leases = new Leases(List.of(new Lease(MAC, "10.0.0.9", 0)));

        assertThat(leases.addresses(MAC, new BootMark(BOOT, 0))).containsExactly("10.0.0.9");
    }

    @Test
    void leasesOfOthersAreTheirs() {
        Leases leases = new Leases(List.of(new Lease("52:54:09:09:09:09", "192.168.122.5", 1000)));

        assertThat(leases.addresses(MAC, null)).isEmpty();
        assertThat(leases.latestExpiry(MAC)).isEqualTo(BootMark.NONE);
    }

    @Test
    void markIsReadAsItWasWritten() {
        BootMark mark = new BootMark(Instant.parse("2026-02-03T04:05:06.789Z"), 1_764_000_000L);

        assertThat(BootMark.parse(mark.toXml())).isEqualTo(mark);
    }
}
