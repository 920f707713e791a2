package io.obox.vm.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.host.Capacity;
import io.obox.host.testkit.FakeProvisioner;
import io.obox.host.testkit.FakeService;
import io.obox.host.testkit.HostKit;
import io.obox.image.ImageState;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.VmEvents;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.FakeContext;
import io.obox.vm.internal.kit.VmKit;
import io.obox.vm.internal.vms.DeleteArgs;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.PowerArgs;
import io.obox.vm.internal.vms.VmJobs.VmArgs;
import io.obox.vm.internal.vms.VmRow;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlersTest {
    private static final Problem WHY = Problem.of("provision-failed", "Failed", 502, "It broke.");

    private VmKit kit;
    private CreateHandler create;
    private PowerHandler power;
    private DeleteHandler delete;
    private UUID id;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        Guests guests = kit.wired(new Guests(kit.table));
        create =
                new CreateHandler(guests, new LostGuests(guests, kit.changes), kit.table, kit.changes, kit.leftovers());
        power = new PowerHandler(guests, kit.table, kit.changes);
        Removal removal = kit.wired(new Removal(kit.table, kit.changes, kit.usage, kit.bin()));
        delete = new DeleteHandler(guests, kit.table, kit.changes, kit.binChanges, removal);
        id = kit.vms().create(VmKit.ANN, kit.request("web")).subject().id();
    }

    @Test
    void vmIsRunningWhenItsCreationHasCompleted() throws Exception {
        create.handle(new VmArgs(id), new FakeContext());
        assertThat(vm().state()).isEqualTo(VmState.PROVISIONING);
        assertThat(vm().addresses()).containsExactly("192.0.2.9");
        assertThat(vm().startedAt()).isEqualTo(FakeProvisioner.BOOT);

        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().problem()).isNull();
        assertThat(kit.provisioner.guests()).containsExactly(id);
    }

    @Test
    void aStepThatTakesLongIsLoggedOnce() throws Exception {
        FakeContext context = new FakeContext();

        create.handle(new VmArgs(id), context);

        assertThat(context.lines()).containsOnlyOnce("Booting.");
    }

    @Test
    void creationMayBeRepeatedAfterACrash() throws Exception {
        create.handle(new VmArgs(id), new FakeContext());

        create.handle(new VmArgs(id), new FakeContext());
        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
    }

    @Test
    void vmWhoseCreationIsGivenUpHasFailedAndCanBeTriedAnew() throws Exception {
        ended(create, new VmArgs(id), JobState.DISCARDED, WHY);

        assertThat(vm().state()).isEqualTo(VmState.FAILED);
        assertThat(vm().problem()).isEqualTo(WHY);

        create.handle(new VmArgs(id), new FakeContext());
        assertThat(vm().state()).isEqualTo(VmState.PROVISIONING);
        assertThat(vm().problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"worker-died,1", "deadline-exceeded,1", "provision-failed,0"})
    void whatACreationLeftThatWasCutOffIsTakenAway(String slug, int times) throws Exception {
        create.handle(new VmArgs(id), new FakeContext());

        ended(create, new VmArgs(id), JobState.DISCARDED, Problem.of(slug, "Ended", 500, "It ended."));

        assertThat(kit.jobs.ofKind(VmJobs.CLEAN)).hasSize(times);
        assertThat(vm().state()).isEqualTo(VmState.FAILED);
    }

    @Test
    void vmWhoseCreationIsCancelledSaysSo() throws Exception {
        ended(create, new VmArgs(id), JobState.CANCELLED, null);

        assertThat(vm().state()).isEqualTo(VmState.FAILED);
        assertThat(vm().problem()).isNotNull().extracting(Problem::slug).isEqualTo("cancelled");
    }

    @Test
    void endOfACreationLeavesAVmThatIsToGo() throws Exception {
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        ended(create, new VmArgs(id), JobState.CANCELLED, null);
        ended(create, new VmArgs(id), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(VmState.DELETING);
        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(
                        JobFailure.class, e -> assertThat(e.retryable()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED,host-refused,false",
        "NOT_FOUND,host-lacks,false",
        "CAPACITY,no-capacity,true",
        "UNREACHABLE,host-unreachable,true",
        "FAILED,provision-failed,true"
    })
    void everyFaultOfAHostIsAProblemThatPeopleAreTold(Kind kind, String slug, boolean retryable) {
        kit.provisioner.failWith(new ProvisionException(kind, "So it is."));

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(JobFailure.class, e -> {
                    assertThat(e.problem().slug()).isEqualTo(slug);
                    assertThat(e.problem().detail()).isEqualTo("So it is.");
                    assertThat(e.problem().remedy()).isNotBlank();
                    assertThat(e.retryable()).isEqualTo(retryable);
                });
    }

    @Test
    void hostWithoutBackendIsUnreachable() {
        kit.hosts.registry.remove(kit.hosts.reference);

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(
                        JobFailure.class, e -> assertThat(e.problem().slug()).isEqualTo("host-unreachable"));
    }

    @Test
    void vmWhoseImageHasGoneMeanwhileIsNotMade() {
        kit.images.forget(kit.imageId);

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(JobFailure.class, e -> {
                    assertThat(e.problem().slug()).isEqualTo("not-found");
                    assertThat(e.retryable()).isFalse();
                });
        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmWhoseImageHasLostItsContentIsMadeOfNothingElse() {
        kit.images.change(kit.imageId, ImageState.FAILED);

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(JobFailure.class, e -> {
                    assertThat(e.problem().slug()).isEqualTo("image-gone");
                    assertThat(e.problem().detail()).contains("tiny");
                    assertThat(e.retryable()).isFalse();
                });
        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmWhoseImageIsJustBeingReadIsTriedAgainLater() {
        kit.images.change(kit.imageId, ImageState.IMPORTING);

        assertThatThrownBy(() -> create.handle(new VmArgs(id), new FakeContext()))
                .isInstanceOfSatisfying(
                        JobFailure.class, e -> assertThat(e.retryable()).isTrue());
        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmWhoseImageHasGoneMeanwhileIsDeletedWithWhatItsCreationLeft() throws Exception {
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.images.forget(kit.imageId);
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        delete.handle(DeleteArgs.forGood(id), new FakeContext());
        ended(delete, DeleteArgs.forGood(id), JobState.COMPLETED, null);

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isZero();
    }

    @Test
    void whatAFailedCreationLeftIsCleanedAlsoWithoutTheImage() throws Exception {
        CleanHandler clean = new CleanHandler(kit.wired(new Guests(kit.table)), kit.table);
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.images.forget(kit.imageId);
        ended(create, new VmArgs(id), JobState.DISCARDED, WHY);

        clean.handle(new VmArgs(id), new FakeContext());

        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void vmWhoseImageHasGoneIsStoppedAllTheSame() throws Exception {
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.force(id, "RUNNING");
        kit.images.forget(kit.imageId);

        power.handle(new PowerArgs(id, PowerAction.STOP), new FakeContext());

        assertThat(vm().state()).isEqualTo(VmState.STOPPED);
    }

    @Test
    void attemptThatIsToldToStopCallsNoHost() {
        FakeContext context = new FakeContext();
        context.stop();

        assertThatThrownBy(() -> create.handle(new VmArgs(id), context)).isInstanceOf(InterruptedException.class);

        assertThat(kit.provisioner.guests()).isEmpty();
    }

    @Test
    void callThatABackendLeavesUnfinishedIsMadeOfItsSuccessor() throws Exception {
        kit.provisioner.holdUntil(new CountDownLatch(1));
        CompletableFuture<Void> made = CompletableFuture.runAsync(() -> {
            try {
                create.handle(new VmArgs(id), new FakeContext());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        kit.provisioner.awaitEntered();
        FakeProvisioner successor = new FakeProvisioner();
        kit.hosts.registry.add(FakeService.reference(FakeService.bundle("1.0.1"), HostKit.NAME, 1), successor);

        boolean drained = kit.hosts.registry.drain(kit.hosts.reference.getBundle(), Duration.ofSeconds(6));

        made.get(60, TimeUnit.SECONDS);
        assertThat(drained).isTrue();
        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(successor.guests()).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"STOP,STOPPED", "PAUSE,PAUSED", "REBOOT,RUNNING"})
    void powerOfTheGuestIsThatOfTheVm(PowerAction action, VmState state) throws Exception {
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        kit.force(id, "RUNNING");
        kit.vms().act(VmKit.ANN, id, PowerChange.of(action));

        power.handle(new PowerArgs(id, action), new FakeContext());
        ended(power, new PowerArgs(id, action), JobState.COMPLETED, null);

        assertThat(vm().state()).isEqualTo(state);
    }

    @Test
    void theLogOfAPowerChangeBeginsWithTheAction() throws Exception {
        kit.provisioner.set(id, GuestState.RUNNING, "192.0.2.9");
        FakeContext context = new FakeContext();

        power.handle(new PowerArgs(id, PowerAction.REBOOT), context);

        assertThat(context.lines()).first().isEqualTo("The action is reboot.");
    }

    @Test
    void powerThatCouldNotBeChangedIsNoLongerWanted() throws Exception {
        kit.force(id, "RUNNING");
        kit.vms().act(VmKit.ANN, id, PowerChange.of(PowerAction.STOP));
        long version = vm().version();

        ended(power, new PowerArgs(id, PowerAction.STOP), JobState.DISCARDED, WHY);

        assertThat(vm().state()).isEqualTo(VmState.RUNNING);
        assertThat(vm().desiredPower()).isEqualTo(DesiredPower.RUNNING);
        assertThat(vm().version()).isGreaterThan(version);
    }

    @Test
    void deletedVmIsGoneWithWhatItWasPromised() throws Exception {
        kit.provisioner.set(id, GuestState.RUNNING);
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        delete.handle(DeleteArgs.forGood(id), new FakeContext());
        assertThat(kit.table.find(id)).isPresent();
        ended(delete, DeleteArgs.forGood(id), JobState.COMPLETED, null);

        assertThat(kit.table.find(id)).isEmpty();
        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
        assertThat(kit.usage.of(VmKit.ANN.userId()).vms()).isZero();
        assertThat(kit.hosts.host().vms()).isZero();
        assertThat(kit.events).contains(Change.removed(VmEvents.TOPIC, id, Audience.owner(VmKit.ANN.userId())));
        delete.handle(DeleteArgs.forGood(id), new FakeContext());
        ended(delete, DeleteArgs.forGood(id), JobState.COMPLETED, null);
    }

    @Test
    void cleaningTakesAwayTheGuestOfAFailedVmOnly() throws Exception {
        CleanHandler clean = new CleanHandler(kit.wired(new Guests(kit.table)), kit.table);
        kit.provisioner.set(id, GuestState.RUNNING);
        clean.handle(new VmArgs(id), new FakeContext());
        assertThat(kit.provisioner.guests()).containsExactly(id);

        ended(create, new VmArgs(id), JobState.DISCARDED, WHY);
        clean.handle(new VmArgs(id), new FakeContext());

        assertThat(kit.provisioner.guests()).isEmpty();
        assertThat(vm().problem()).isEqualTo(WHY);
    }

    @Test
    void deletionThatIsGivenUpCanBeAskedForAgain() throws Exception {
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        ended(delete, DeleteArgs.forGood(id), JobState.DISCARDED, WHY);

        assertThat(vm().problem()).isEqualTo(WHY);
        kit.vms().delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);
        assertThat(vm().state()).isEqualTo(VmState.DELETING);
        assertThat(kit.jobs.ofKind("vm.delete")).hasSize(2);
    }

    private VmRow vm() {
        return kit.table.find(id).orElseThrow();
    }

    private <A> void ended(JobHandler<A> handler, A args, JobState state, @Nullable Problem problem) {
        kit.transactions.call(entities -> {
            handler.ended(args, state, problem);
            return true;
        });
    }
}
