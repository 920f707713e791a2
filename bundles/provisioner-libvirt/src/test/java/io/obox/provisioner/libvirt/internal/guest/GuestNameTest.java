package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuestNameTest {
    private static final UUID ID = UUID.fromString("019354aa-0000-7000-8000-000000000001");

    @Test
    void idIsReadFromTheName() {
        assertThat(GuestName.vmId(GuestName.of(ID))).contains(ID);
    }

    @Test
    void namesOfOthersHoldNoId() {
        assertThat(GuestName.vmId("web")).isEmpty();
        assertThat(GuestName.vmId("obox-web")).isEmpty();
        assertThat(GuestName.vmId("obox-1-2-3-4-5")).isEmpty();
    }

    @Test
    void macAddressIsTheSameEachTimeAndUnicast() {
        String mac = MacAddress.of(ID);

        assertThat(mac).isEqualTo(MacAddress.of(ID)).matches("52:54(:[0-9a-f]{2}){4}");
        assertThat(mac).isNotEqualTo(MacAddress.of(UUID.randomUUID()));
    }
}
