package io.obox.provisioner.libvirt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void hostIsWhoItsCapabilitiesSay() {
        UUID id = UUID.fromString("4c4c4544-0042-3510-8051-b4c04f4a4e31");

        assertThat(Identity.of("<capabilities><host><uuid>" + id + "</uuid></host></capabilities>", "north"))
                .isEqualTo(id);
    }

    @Test
    void whatHasNoUuidIsKnownByItsMachineAndAddress() {
        String silent = "<capabilities><host/></capabilities>";

        assertThat(Identity.of(silent, "north test:///default"))
                .isEqualTo(Identity.of(silent, "north test:///default"))
                .isNotEqualTo(Identity.of(silent, "south test:///default"));
    }
}
