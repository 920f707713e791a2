package io.obox.provisioner.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.ImagePool;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.PowerAction;
import io.obox.vm.VmSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What the tests of {@link ProvisionerContract} stand on: the questions to the backend, and calls that are bounded in time. */
public abstract class ContractBench {
    static final int HUGE_MEMORY_MIB = 1_048_576;
    static final String SECRET = "tck-secret-8c1f";

    private final ConcurrentLinkedQueue<Target> made = new ConcurrentLinkedQueue<>();

    /** Made by the backend's test. */
    protected ContractBench() {}

    /** The backend under test; the same for the whole of a test. */
    protected abstract Provisioner provisioner();

    /** The backend for a host that does not answer. */
    protected abstract Provisioner unreachableHost();

    /** The smallest guest that the host can run, of an image that it may already hold. */
    protected abstract Target target(UUID vmId, String name);

    /** The host, past the backend. */
    protected abstract Outside outside();

    /** The backend for a host without room for one more guest, if a test can have one. */
    protected Optional<Provisioner> fullHost() {
        return Optional.empty();
    }

    /** How long one call may take on this backend. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** Whether guests obey when they are asked to shut down or reboot. */
    protected boolean guestsListen() {
        return true;
    }

    /** Whether guests get addresses. */
    protected boolean guestsGetAddresses() {
        return true;
    }

    /** Whether {@link Provisioner#onChange} tells of changes. */
    protected boolean hintsOfChanges() {
        return false;
    }

    /** Whether a host that is an {@link ImagePool} tells how many bytes of an image it has. */
    protected boolean poolTellsSizes() {
        return true;
    }

    /** How many guests the host can run at the same time. */
    protected int parallelGuests() {
        return 4;
    }

    @AfterEach
    void nothingStays() throws Exception {
        for (Target target : made) {
            destroy(target);
            assertThat(outside().traces(target.vmId())).isEmpty();
        }
    }

    final Target newTarget() {
        UUID id = UUID.randomUUID();
        Target target = target(id, "tck-" + id.toString().substring(0, 8));
        made.add(target);
        return target;
    }

    static Target withSpec(Target target, UnaryOperator<VmSpec> change) {
        return new TestTarget(target.vmId(), target.name(), change.apply(target.spec()), target.image());
    }

    /** With one processor and one MiB more than the smallest guest, and a disk that no other test has. */
    static Target larger(Target target, int diskGib, boolean autostart) {
        return withSpec(
                target,
                spec -> spec.toBuilder()
                        .vcpus(spec.vcpus() + 1)
                        .memoryMib(spec.memoryMib() + 1)
                        .disks(List.of(Disk.of(diskGib)))
                        .autostart(autostart)
                        .build());
    }

    static Target withNetwork(Target target, String network) {
        return withSpec(
                target,
                spec -> spec.toBuilder()
                        .interfaces(List.of(NetworkInterface.in(network)))
                        .build());
    }

    static Target withSecrets(Target target) {
        return withSpec(
                target,
                spec -> spec.toBuilder()
                        .sshKeys(List.of("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG1vc3RseSBoYXJtbGVzcyBrZXkgZm9yIHRlc3Rz "
                                + SECRET))
                        .userData("#cloud-config\npassword: " + SECRET + "\n")
                        .build());
    }

    static Target withoutImage(Target target) {
        return withoutFile(target, UUID.randomUUID(), "0".repeat(64));
    }

    /** Of the same image, whose file the calling node does not have. */
    static Target withoutFile(Target target) {
        return withoutFile(target, target.image().id(), target.image().sha256());
    }

    /** Of the same image as the catalogue would have it if it had other content. */
    static Target withOtherContent(Target target) {
        return withoutFile(target, target.image().id(), "0".repeat(64));
    }

    private static Target withoutFile(Target target, UUID id, String sha256) {
        BaseImage image = target.image();
        BaseImage missing = new TestImage(
                id,
                "missing",
                image.format(),
                image.file().resolveSibling("no-such-image"),
                image.sizeBytes(),
                image.virtualSizeBytes(),
                sha256,
                image.defaultUser());
        return new TestTarget(target.vmId(), target.name(), target.spec(), missing);
    }

    final <T> T within(ThrowingSupplier<T> call) {
        return assertTimeoutPreemptively(patience(), call);
    }

    final Observation apply(Target target) {
        return apply(target, Progress.NONE);
    }

    final Observation apply(Target target, Progress progress) {
        return within(() -> provisioner().apply(target, progress));
    }

    final Observation power(Target target, PowerAction action) {
        return within(() -> provisioner().power(target, action, Progress.NONE));
    }

    final void destroy(Target target) {
        within(() -> {
            provisioner().destroy(target, Progress.NONE);
            return true;
        });
    }

    final List<Observation> guests(Target target) {
        return within(() -> provisioner().observeAll()).stream()
                .filter(seen -> seen.vmId().equals(target.vmId()))
                .toList();
    }

    final Optional<Observation> observe(Target target) {
        return guests(target).stream().findFirst();
    }

    final Set<UUID> observedIds() {
        return within(() -> provisioner().observeAll()).stream()
                .map(Observation::vmId)
                .collect(Collectors.toSet());
    }

    final int countSteps(Target target) {
        AtomicInteger steps = new AtomicInteger();
        apply(target, (percent, step) -> steps.incrementAndGet());
        return steps.get();
    }

    /** An apply that is interrupted when it begins a step. It may still succeed if it was almost done. */
    final void interruptAt(int step, Target target) {
        AtomicInteger begun = new AtomicInteger();
        Throwable thrown = catchThrowable(() -> apply(target, (percent, text) -> {
            if (begun.getAndIncrement() == step) {
                Thread.currentThread().interrupt();
            }
        }));
        if (thrown != null) {
            assertThat(thrown).as("interrupted at step %d", step).isInstanceOf(InterruptedException.class);
        }
    }

    static void assertFails(Kind kind, ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOfSatisfying(ProvisionException.class, thrown -> {
            assertThat(thrown.kind()).as(thrown.toString()).isEqualTo(kind);
            assertThat(thrown.getMessage()).isNotBlank();
        });
    }

    static List<String> messagesOf(ThrowingCallable call) {
        List<String> messages = new ArrayList<>();
        Stream.iterate(catchThrowable(call), ContractBench::isThere, Throwable::getCause)
                .forEach(thrown -> messages.add(thrown.toString()));
        return messages;
    }

    private static boolean isThere(@Nullable Throwable thrown) {
        return thrown != null;
    }
}
