package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccelerationTest {
    @TempDir
    Path folder;

    private Path device;

    @BeforeEach
    void device() throws IOException {
        device = Files.createFile(folder.resolve("kvm"));
    }

    @Test
    void deviceAloneProvesNothing() throws IOException {
        assertThat(Acceleration.works(cpuinfo("fpu sse svml novmx"), device)).isFalse();
    }

    @Test
    void processorAndDeviceTogetherWork() throws IOException {
        assertThat(Acceleration.works(cpuinfo("fpu vmx sse"), device)).isTrue();
        assertThat(Acceleration.works(cpuinfo("fpu sse svm"), device)).isTrue();
    }

    @Test
    void processorWithoutDeviceDoesNot() throws IOException {
        assertThat(Acceleration.works(cpuinfo("fpu vmx"), folder.resolve("none")))
                .isFalse();
    }

    @Test
    void remoteHostIsBelieved() {
        assertThat(Acceleration.of("auto", false)).isEqualTo(Acceleration.KVM);
    }

    @Test
    void settingDecides() {
        assertThat(Acceleration.of("qemu", false)).isEqualTo(Acceleration.QEMU);
        assertThat(Acceleration.of("KVM", true)).isEqualTo(Acceleration.KVM);
        assertThatThrownBy(() -> Acceleration.of("fast", true)).hasMessageContaining("auto, kvm, qemu");
    }

    private Path cpuinfo(String flags) throws IOException {
        return Files.writeString(folder.resolve("cpuinfo"), "processor : 0\nflags\t\t: " + flags + "\nbugs : none\n");
    }
}
