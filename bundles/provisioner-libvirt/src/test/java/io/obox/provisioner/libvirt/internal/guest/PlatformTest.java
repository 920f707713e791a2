package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformTest {
    private static final String QEMU = """
            <capabilities>
              <host><cpu><arch>x86_64</arch></cpu></host>
              <guest><arch name='i686'><domain type='qemu'/></arch></guest>
              <guest><arch name='x86_64'>
                <machine>pc-q35-7.2</machine><machine canonical='pc-q35-7.2'>q35</machine>
                <domain type='qemu'/><domain type='kvm'/>
              </arch></guest>
            </capabilities>
            """;

    @Test
    void kvmIsTakenWhereItIsWantedAndThere() {
        assertThat(Platform.of(QEMU, Acceleration.KVM)).isEqualTo(new Platform("kvm", "x86_64", "q35"));
        assertThat(Platform.of(QEMU, Acceleration.KVM).accelerated()).isTrue();
    }

    @Test
    void kvmThatIsNotWantedIsLeftAlone() {
        assertThat(Platform.of(QEMU, Acceleration.QEMU).type()).isEqualTo("qemu");
    }

    @Test
    void hostWithoutKvmEmulatesWhateverIsWanted() {
        String plain = QEMU.replace("<domain type='kvm'/>", "");

        assertThat(Platform.of(plain, Acceleration.KVM).type()).isEqualTo("qemu");
    }

    @Test
    void hypervisorWithoutMachinesGivesItsDefault() {
        String mock = "<capabilities><host><cpu><arch>i686</arch></cpu></host>"
                + "<guest><arch name='i686'><domain type='test'/></arch></guest></capabilities>";

        assertThat(Platform.of(mock, Acceleration.KVM)).isEqualTo(new Platform("test", "i686", null));
    }
}
