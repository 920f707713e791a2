package io.obox.provisioner.libvirt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.provisioner.libvirt.internal.guest.GuestName;
import io.obox.provisioner.libvirt.internal.storage.BaseImages;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;

/** What the contract can't ask: guests that are reached from outside, and what proves that they are up. */
@Tag("qemu")
class QemuGuestTest {
    private static QemuHost qemu;
    private static LibvirtHost host;

    @TempDir
    static Path folder;

    private Target target;

    @BeforeAll
    static void open() throws LibvirtException {
        Libvirt.assumeQemu();
        qemu = new QemuHost();
        host = qemu.open(Libvirt.SYSTEM);
    }

    @AfterAll
    static void close() throws LibvirtException {
        if (qemu != null) {
            host.close();
            qemu.close();
        }
    }

    @BeforeEach
    void plainTarget() {
        target = target(List.of());
    }

    @AfterEach
    void destroy() throws Exception {
        host.destroy(target, Progress.NONE);
    }

    private static Target target(List<String> keys) {
        return qemu.target(UUID.randomUUID(), "tiny-guest", keys);
    }

    @Test
    void guestAnswersOnSshToTheKeyOfItsOwnerUnderItsName() throws Exception {
        target = target(List.of(newKey()));

        String address = apply().addresses().getFirst();

        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ssh(address, "hostname")).isEqualTo("tiny-guest"));
        assertThat(ssh(address, "cat /sys/block/vda/size"))
                .isEqualTo(Long.toString(((long) Ground.DISK_GIB << 30) / 512));
    }

    @Test
    void leaseOfAnEarlierBootIsNotShown() throws Exception {
        apply();
        host.power(target, PowerAction.STOP, Progress.NONE);

        Observation started = host.power(target, PowerAction.START, Progress.NONE);

        assertThat(started.state()).isEqualTo(GuestState.RUNNING);
        assertThat(started.addresses()).isEmpty();
        assertThat(started.startedAt()).isNotNull();
        soon().untilAsserted(() -> assertThat(see().addresses()).isNotEmpty());
    }

    @Test
    void leaseOfAnEarlierBootIsNotShownForAGuestThatIsStartedFromOutside() throws Exception {
        apply();
        qemu.ground().stop(target.vmId());

        qemu.ground().connect().domainLookupByUUID(target.vmId()).create();

        soon().untilAsserted(() -> assertThat(see().startedAt()).isNotNull());
        assertThat(see().addresses()).isEmpty();
        soon().untilAsserted(() -> assertThat(see().addresses()).isNotEmpty());
    }

    @Test
    void bootIsKnownToWhoeverConnectsLater() throws Exception {
        Observation applied = apply();

        try (LibvirtHost later = qemu.open(Libvirt.SYSTEM)) {
            assertThat(later.observeAll()).contains(applied);
        }
    }

    @Test
    void guestThatWasStartedButNotLetGoIsLetGo() throws Exception {
        apply();
        host.power(target, PowerAction.STOP, Progress.NONE);
        int startPaused = 1;
        qemu.ground().connect().domainLookupByUUID(target.vmId()).create(startPaused);

        Observation applied = apply();

        assertThat(applied.state()).isEqualTo(GuestState.RUNNING);
        assertThat(applied.addresses()).isNotEmpty();
    }

    @Test
    void imageThatWasLeftHalfUploadedIsUploadedAgain() throws Exception {
        apply();
        host.destroy(target, Progress.NONE);
        String base = BaseImages.volumeName(qemu.image());
        Path file = Path.of(pool().storageVolLookupByName(base).getPath());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(apply().state()).isEqualTo(GuestState.RUNNING);

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThat(pool().listVolumes())
                .filteredOn(name -> name.startsWith("base-"))
                .containsExactly(base);
    }

    @Test
    void diskOutlivesAGuestThatWasUndefined() throws Exception {
        apply();
        Path disk = Path.of(pool().storageVolLookupByName(GuestName.of(target.vmId()) + ".qcow2")
                .getPath());
        Object inode = Files.getAttribute(disk, "unix:ino");
        qemu.ground().undefine(target.vmId());

        apply();

        assertThat(Files.getAttribute(disk, "unix:ino")).isEqualTo(inode);
    }

    private static StoragePool pool() throws LibvirtException {
        return qemu.ground().connect().storagePoolLookupByName(qemu.ground().pool());
    }

    private Observation apply() throws Exception {
        return host.apply(target, Progress.NONE);
    }

    private Observation see() throws Exception {
        return host.observeAll().stream()
                .filter(seen -> seen.vmId().equals(target.vmId()))
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(3)).pollDelay(Duration.ZERO);
    }

    private static String newKey() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/bin/ssh")), "there is no ssh on this machine");
        Path key = folder.resolve("key");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        return Files.readString(folder.resolve("key.pub")).strip();
    }

    private static String ssh(String address, String command) throws IOException, InterruptedException {
        return run(
                "ssh",
                "-i",
                folder.resolve("key").toString(),
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=10",
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "LogLevel=ERROR",
                "root@" + address,
                command);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
