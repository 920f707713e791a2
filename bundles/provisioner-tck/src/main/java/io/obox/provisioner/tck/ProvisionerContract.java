package io.obox.provisioner.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.provisioner.spi.Capabilities;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import io.obox.provisioner.spi.Target;
import io.obox.provisioner.tck.Outside.ForeignGuest;
import io.obox.provisioner.tck.Outside.Made;
import io.obox.vm.PowerAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What {@link Provisioner} promises, as tests. A backend's own test class extends this one; whatever a test makes is taken
 * away after it, and must then have left no trace on the host.
 */
public abstract class ProvisionerContract extends PowerContract {
    @Test
    void hostIsAlwaysTheSame() throws Exception {
        assertThat(provisioner().identity()).isEqualTo(provisioner().identity());
        assertFails(Kind.UNREACHABLE, () -> unreachableHost().identity());
    }

    @Test
    void capabilitiesTellTheSizeOfTheHost() throws Exception {
        Capabilities found = provisioner().capabilities();

        assertThat(found.cpus()).isPositive();
        assertThat(found.memoryMib()).isPositive();
        assertThat(found.storageGib()).isPositive();
    }

    @Test
    void whatFitsIsNotRefused() throws Exception {
        provisioner().validate(newTarget().spec());
    }

    @Test
    void guestIsMadeAsItWasAskedFor() throws Exception {
        Target plain = newTarget();
        Target one = larger(plain, 3, true);
        Target other = larger(newTarget(), 2, false);
        int vcpus = plain.spec().vcpus() + 1;
        int memoryMib = plain.spec().memoryMib() + 1;

        apply(one);
        apply(other);

        assertThat(outside().made(one.vmId())).isEqualTo(new Made(vcpus, memoryMib, 3, true));
        assertThat(outside().made(other.vmId())).isEqualTo(new Made(vcpus, memoryMib, 2, false));
    }

    @Test
    void whatNeverFitsIsRejectedAndLeavesNothing() throws Exception {
        assumeTrue(
                provisioner().capabilities().memoryMib() < HUGE_MEMORY_MIB, "the host has more than 1 TiB of memory");
        Target huge = withSpec(
                newTarget(), spec -> spec.toBuilder().memoryMib(HUGE_MEMORY_MIB).build());

        assertFails(Kind.REJECTED, () -> provisioner().validate(huge.spec()));
        assertFails(Kind.REJECTED, () -> apply(huge));
        assertThat(outside().traces(huge.vmId())).isEmpty();
    }

    @Test
    void applyMakesARunningGuestThatIsObserved() throws Exception {
        Target target = newTarget();

        Observation applied = apply(target);

        assertThat(applied.vmId()).isEqualTo(target.vmId());
        assertThat(applied.state()).isEqualTo(GuestState.RUNNING);
        if (guestsGetAddresses()) {
            assertThat(applied.addresses()).isNotEmpty();
        }
        assertThat(observe(target)).hasValueSatisfying(seen -> {
            assertThat(seen.state()).isEqualTo(GuestState.RUNNING);
            assertThat(seen.addresses()).isEqualTo(applied.addresses());
        });
    }

    @Test
    void applyTellsItsProgressInWordsAndNeverBackwards() throws Exception {
        List<Integer> percents = new ArrayList<>();
        List<String> steps = new ArrayList<>();

        apply(newTarget(), (percent, step) -> {
            percents.add(percent);
            steps.add(step);
        });

        assertThat(percents).isNotEmpty().isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
        assertThat(steps).allMatch(step -> !step.isBlank());
    }

    @Test
    void applyingTwiceGivesOneGuest() throws Exception {
        Target target = newTarget();
        apply(target);
        Set<String> once = outside().traces(target.vmId());

        assertThat(apply(target).state()).isEqualTo(GuestState.RUNNING);

        assertThat(outside().traces(target.vmId())).isEqualTo(once);
        assertThat(guests(target)).hasSize(1);
    }

    @Test
    void applyStartsAGuestThatIsOff() throws Exception {
        Target target = newTarget();
        apply(target);
        power(target, PowerAction.STOP);

        assertThat(apply(target).state()).isEqualTo(GuestState.RUNNING);
    }

    @Test
    void anotherNameIsStillTheSameGuest() throws Exception {
        Target target = newTarget();
        apply(target);
        Set<String> once = outside().traces(target.vmId());
        Target renamed = new TestTarget(target.vmId(), target.name() + "-new", target.spec(), target.image());

        assertThat(power(renamed, PowerAction.STOP).state()).isEqualTo(GuestState.STOPPED);
        assertThat(apply(renamed).state()).isEqualTo(GuestState.RUNNING);

        assertThat(guests(target)).hasSize(1);
        assertThat(outside().traces(target.vmId())).hasSameSizeAs(once);
        destroy(renamed);
        assertThat(outside().traces(target.vmId())).isEmpty();
    }

    @Test
    void destroyTakesEverythingAwayAndMayBeRepeated() throws Exception {
        Target target = newTarget();
        apply(target);
        assertThat(outside().traces(target.vmId())).isNotEmpty();

        destroy(target);

        assertThat(outside().traces(target.vmId())).isEmpty();
        assertThat(observe(target)).isEmpty();
        destroy(target);
    }

    @Test
    void destroyOfAnUnknownGuestIsSuccess() throws Exception {
        destroy(newTarget());
    }

    @Test
    void destroyTakesTheVolumesOfAGuestThatWasUndefined() throws Exception {
        Target target = newTarget();
        apply(target);
        outside().undefine(target.vmId());

        destroy(target);

        assertThat(outside().traces(target.vmId())).isEmpty();
    }

    @Test
    void guestThatWasStoppedFromOutsideIsObservedAsStopped() throws Exception {
        Target target = newTarget();
        apply(target);

        outside().stop(target.vmId());

        assertThat(observe(target)).hasValueSatisfying(PowerContract::isOff);
    }

    @Test
    void guestThatWasUndefinedFromOutsideIsNotObservedUntilItIsMadeAgain() throws Exception {
        Target target = newTarget();
        apply(target);

        outside().undefine(target.vmId());

        assertThat(observe(target)).isEmpty();
        assertThat(apply(target).state()).isEqualTo(GuestState.RUNNING);
        assertThat(guests(target)).hasSize(1);
    }

    @Test
    void guestsOfOthersAreNotObserved() throws Exception {
        try (ForeignGuest foreign = outside().foreignGuest()) {
            assertThat(observedIds()).doesNotContain(foreign.id());
        }
    }

    @Test
    void guestsThatComeAndGoDoNotDisturbAnObservation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> observations = threads.submit(() -> {
                int count = 0;
                for (; !over.get(); count++) {
                    provisioner().observeAll();
                    begun.countDown();
                }
                return count;
            });
            begun.await(patience().toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < 100 && !observations.isDone(); i++) {
                outside().foreignGuest().close();
            }
            over.set(true);
            assertThat(observations.get(patience().toMillis(), TimeUnit.MILLISECONDS))
                    .isPositive();
        }
    }

    @Test
    void changesFromOutsideAreHinted() throws Exception {
        assumeTrue(hintsOfChanges(), "this backend reports no changes");
        Target target = newTarget();
        apply(target);
        CountDownLatch hinted = new CountDownLatch(1);
        try (AutoCloseable subscription = provisioner().onChange(hinted::countDown)) {
            assertThat(subscription).isNotNull();
            outside().stop(target.vmId());
            assertThat(hinted.await(patience().toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        }
    }

    @Test
    void applyThatWasInterruptedAtAnyStepIsRepairedByTheNext() throws Exception {
        Target whole = newTarget();
        int steps = countSteps(whole);
        Set<String> once = outside().traces(whole.vmId());
        destroy(whole);

        for (int step = 0; step < steps; step++) {
            Target target = newTarget();
            interruptAt(step, target);

            assertThat(apply(target).state()).as("after step %d", step).isEqualTo(GuestState.RUNNING);
            assertThat(guests(target)).hasSize(1);
            assertThat(outside().traces(target.vmId()))
                    .as("after step %d", step)
                    .hasSameSizeAs(once);
            destroy(target);
        }
    }

    @Test
    void applyThatWasInterruptedAtAnyStepCanBeDestroyed() throws Exception {
        Target whole = newTarget();
        int steps = countSteps(whole);

        for (int step = 0; step < steps; step++) {
            Target target = newTarget();
            interruptAt(step, target);

            destroy(target);

            assertThat(outside().traces(target.vmId()))
                    .as("after step %d", step)
                    .isEmpty();
        }
    }

    @Test
    void differentGuestsAreMadeAtTheSameTime() throws Exception {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < parallelGuests(); i++) {
            targets.add(newTarget());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> calls = targets.stream()
                    .map(target -> CompletableFuture.runAsync(() -> apply(target), threads))
                    .toList();
            calls.forEach(CompletableFuture::join);
        }

        assertThat(targets)
                .allSatisfy(target -> assertThat(observe(target))
                        .hasValueSatisfying(seen -> assertThat(seen.state()).isEqualTo(GuestState.RUNNING)));
    }

    @Test
    void missingImageIsNotFoundAndLeavesNothing() throws Exception {
        Target target = withoutImage(newTarget());

        assertFails(Kind.NOT_FOUND, () -> apply(target));

        assertThat(outside().traces(target.vmId())).isEmpty();
    }

    @Test
    void missingNetworkIsNotFoundAndLeavesNothing() throws Exception {
        Target target = withNetwork(newTarget(), "no-such-network");

        assertFails(Kind.NOT_FOUND, () -> apply(target));

        assertThat(outside().traces(target.vmId())).isEmpty();
    }

    @Test
    void fullHostHasNoCapacityAndKeepsNothing() throws Exception {
        Optional<Provisioner> full = fullHost();
        assumeTrue(full.isPresent(), "this backend can't be filled up by a test");
        Target target = newTarget();

        assertFails(Kind.CAPACITY, () -> within(() -> full.get().apply(target, Progress.NONE)));

        assertThat(outside().traces(target.vmId())).isEmpty();
    }

    @Test
    void everyCallTellsThatTheHostIsUnreachable() {
        Provisioner away = unreachableHost();
        Target target = newTarget();

        assertFails(Kind.UNREACHABLE, () -> within(away::capabilities));
        assertFails(Kind.UNREACHABLE, () -> within(away::observeAll));
        assertFails(Kind.UNREACHABLE, () -> within(() -> away.apply(target, Progress.NONE)));
        assertFails(Kind.UNREACHABLE, () -> within(() -> away.power(target, PowerAction.STOP, Progress.NONE)));
        assertFails(
                Kind.UNREACHABLE,
                () -> within(() -> {
                    away.destroy(target, Progress.NONE);
                    return true;
                }));
    }

    @Test
    void nothingThatIsSaidHoldsASecret() throws Exception {
        Target target = withSecrets(newTarget());
        List<String> said = new ArrayList<>();
        Progress ear = (percent, step) -> said.add(step);

        apply(target, ear);
        said.addAll(messagesOf(() -> apply(withoutImage(withSecrets(newTarget())), ear)));
        said.addAll(messagesOf(() -> apply(withNetwork(withSecrets(newTarget()), "no-such-network"), ear)));
        said.addAll(messagesOf(() -> unreachableHost().apply(target, ear)));
        said.addAll(messagesOf(() -> power(withSecrets(newTarget()), PowerAction.START)));

        assertThat(said).isNotEmpty().noneMatch(text -> text.contains(SECRET));
    }
}
