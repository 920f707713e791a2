package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.faults;
import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.obox.event.Audience;
import io.obox.host.Capacity;
import io.obox.host.access.HostAccess;
import io.obox.image.ImageState;
import io.obox.image.store.ImageStore;
import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.job.Place;
import io.obox.page.PageRequest;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import io.obox.vm.DesiredPower;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.NewVm;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.Vm;
import io.obox.vm.VmEvents;
import io.obox.vm.VmFilter;
import io.obox.vm.VmPatch;
import io.obox.vm.VmState;
import io.obox.vm.internal.kit.VmKit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VmServiceTest {
    private VmKit kit;
    private VmService vms;

    @BeforeEach
    void setUp() {
        kit = new VmKit();
        vms = kit.vms();
    }

    @Test
    void creationWritesTheVmWithItsJob() {
        Job job = vms.create(VmKit.ANN, kit.request("web"));

        Vm vm = vms.get(VmKit.ANN, job.subject().id());
        assertThat(vm.name()).isEqualTo("web");
        assertThat(vm.owner()).isEqualTo(new Vm.Ref(VmKit.ANN.userId(), "ann@example.org"));
        assertThat(vm.image()).isEqualTo(new Vm.Ref(kit.imageId, "tiny"));
        assertThat(vm.host()).isEqualTo(new Vm.Ref(kit.hostId, "north"));
        assertThat(vm.state()).isEqualTo(VmState.REQUESTED);
        assertThat(vm.desiredPower()).isEqualTo(DesiredPower.RUNNING);
        assertThat(vm.spec().interfaces()).containsExactly(NetworkInterface.in("default"));
        assertThat(vm.spec().disks()).containsExactly(Disk.of(VmKit.DISK_GIB));
        assertThat(vm.job()).isEqualTo(job);
        assertThat(kit.jobs.entries().getFirst().request().exclusiveKey()).isEqualTo("vm:" + vm.id());
        assertThat(kit.events).anySatisfy(change -> {
            assertThat(change.objectId()).isEqualTo(vm.id());
            assertThat(change.audience()).isEqualTo(Audience.owner(VmKit.ANN.userId()));
            assertThat(change.version()).hasValue(vm.version());
        });
    }

    @Test
    void everyJobOfAVmRunsWhereItsHostIsReachedAndItsCreationWhereTheImageIs() {
        UUID id = created("web", VmKit.ANN);
        kit.force(id, "RUNNING");
        vms.act(VmKit.ANN, id, PowerChange.of(PowerAction.STOP));
        vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        Place host = HostAccess.place(kit.hostId, "north");
        assertThat(kit.jobs.entries())
                .extracting(entry -> entry.request().places())
                .containsExactly(List.of(host, ImageStore.place(kit.imageId, "tiny")), List.of(host), List.of(host));
        assertThat(HostAccess.place(kit.hostId, "north").label()).isEqualTo("host north");
    }

    @Test
    void creationThatCannotBeSubmittedLeavesNothing() {
        kit.jobs.breakDown();

        refused("unavailable", () -> vms.create(VmKit.ANN, kit.request("web")));

        assertThat(all(VmKit.ADMIN)).isEmpty();
        assertThat(kit.hosts.host().used()).isEqualTo(Capacity.NONE);
        assertThat(kit.events).noneMatch(event -> event.topic().equals(VmEvents.TOPIC));
    }

    @Test
    void nameIsUniquePerOwner() {
        vms.create(VmKit.ANN, kit.request("web"));
        vms.create(VmKit.BOB, kit.request("web"));

        refused("name-taken", () -> vms.create(VmKit.ANN, kit.request("web")));
        assertThat(kit.jobs.entries()).hasSize(2);
    }

    @Test
    void ofManyCreationsWithOneNameExactlyOneWins() throws Exception {
        List<Object> outcomes = atOnce(20, () -> vms.create(VmKit.ANN, kit.request("web")));

        assertThat(outcomes).filteredOn(Job.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ProblemException.class::isInstance)
                .hasSize(19)
                .allSatisfy(
                        e -> assertThat(((ProblemException) e).problem().slug()).isEqualTo("name-taken"));
        assertThat(all(VmKit.ANN)).hasSize(1);
        assertThat(kit.hosts.host().used().memoryMib()).isEqualTo(128);
    }

    @Test
    void manyCreationsNeverPromiseMoreThanTheHostHas() throws Exception {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 20).boxed().toList());

        List<Object> outcomes = atOnce(20, () -> {
            int number;
            synchronized (numbers) {
                number = numbers.removeFirst();
            }
            return vms.create(VmKit.ANN, kit.sized("vm-" + number, 1024));
        });

        assertThat(outcomes).filteredOn(Job.class::isInstance).hasSize(8);
        assertThat(outcomes)
                .filteredOn(ProblemException.class::isInstance)
                .allSatisfy(
                        e -> assertThat(((ProblemException) e).problem().slug()).isEqualTo("no-capacity"));
        assertThat(kit.hosts.host().used().memoryMib()).isEqualTo(8192);
    }

    @Test
    void emptiestHostIsChosen() {
        kit.hosts.answers("south");
        vms.create(VmKit.ANN, kit.sized("one", 4096));

        vms.create(VmKit.ANN, kit.sized("two", 1024));

        assertThat(all(VmKit.ANN))
                .extracting(vm -> Objects.requireNonNull(vm.host()).name())
                .containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void hostThatDoesNotAnswerGetsNoVms() {
        kit.hosts.leave();

        refused("no-capacity", () -> vms.create(VmKit.ANN, kit.request("web")));
    }

    @Test
    void allFaultsOfARequestAreToldAtOnce() {
        NewVm request = NewVm.builder()
                .name("Web_")
                .imageId(UUID.randomUUID())
                .vcpus(0)
                .memoryMib(1)
                .network("a b")
                .sshKeys(List.of("ssh-ed25519 AAAA"))
                .userData("x".repeat(70_000))
                .tags(List.of("fine", "no good"))
                .build();

        Throwable thrown = catchThrowable(() -> vms.create(VmKit.ANN, request));

        assertThat(thrown).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(422);
            assertThat(e.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder(
                            "/name",
                            "/imageId",
                            "/vcpus",
                            "/memoryMib",
                            "/diskGib",
                            "/network",
                            "/sshKeys/0",
                            "/userData",
                            "/tags/1");
        });
    }

    @Test
    void imageMustBeReadyAndFitOnTheDisk() {
        UUID importing = UUID.randomUUID();
        UUID large = UUID.randomUUID();
        kit.images.put(importing, "importing", ImageState.IMPORTING, 1);
        kit.images.put(large, "large", ImageState.READY, 3L << 30);

        assertThat(faults(() -> vms.create(VmKit.ANN, of(importing)))).containsExactly("/imageId");
        assertThat(faults(() -> vms.create(VmKit.ANN, of(large)))).containsExactly("/diskGib");
    }

    @Test
    void peopleSeeTheirOwnVmsAndAdministratorsAll() {
        UUID anns = created("one", VmKit.ANN);
        created("two", VmKit.BOB);

        assertThat(all(VmKit.ANN)).extracting(Vm::id).containsExactly(anns);
        assertThat(all(VmKit.ADMIN)).hasSize(2);
        refused("not-found", () -> vms.get(VmKit.BOB, anns));
        refused("not-found", () -> vms.delete(VmKit.BOB, anns, ExpectedVersion.UNSTATED));
        refused("not-found", () -> vms.act(VmKit.BOB, anns, PowerChange.of(PowerAction.STOP)));
        refused(
                "not-found",
                () -> vms.update(VmKit.BOB, anns, VmPatch.builder().name("x").build(), ExpectedVersion.of(1)));
    }

    @Test
    void changeIsForTheVersionThatWasSeen() {
        UUID id = created("web", VmKit.ANN);

        Vm changed = vms.update(
                VmKit.ANN,
                id,
                VmPatch.builder().name("shop").tags(List.of("B", "a")).build(),
                ExpectedVersion.of(1));

        assertThat(changed.name()).isEqualTo("shop");
        assertThat(changed.tags()).containsExactly("a", "b");
        assertThat(changed.version()).isEqualTo(2);
        refused(
                "precondition-failed",
                () -> vms.update(VmKit.ANN, id, VmPatch.builder().name("other").build(), ExpectedVersion.of(1)));
        assertThat(vms.update(VmKit.ANN, id, VmPatch.builder().name("shop").build(), ExpectedVersion.of(2))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void nameOfAnotherVmCannotBeTaken() {
        created("one", VmKit.ANN);
        UUID two = created("two", VmKit.ANN);

        refused(
                "name-taken",
                () -> vms.update(VmKit.ANN, two, VmPatch.builder().name("one").build(), ExpectedVersion.of(1)));
        assertThat(faults(() -> vms.update(
                        VmKit.ANN,
                        two,
                        VmPatch.builder().name("-").tags(List.of("")).build(),
                        ExpectedVersion.of(1))))
                .containsExactly("/name", "/tags/0");
    }

    @ParameterizedTest
    @CsvSource({
        "START,STOPPED,RUNNING", "STOP,RUNNING,STOPPED", "STOP,PAUSED,STOPPED", "SHUTDOWN,RUNNING,STOPPED",
        "REBOOT,RUNNING,RUNNING", "RESET,RUNNING,RUNNING", "PAUSE,RUNNING,PAUSED", "RESUME,PAUSED,RUNNING"
    })
    void actionIsAJobAndSaysWhatIsWanted(PowerAction action, VmState state, DesiredPower desired) {
        UUID id = created("web", VmKit.ANN);
        kit.force(id, state.name());

        Job job = vms.act(VmKit.ANN, id, PowerChange.of(action));

        assertThat(job.kind()).isEqualTo("vm.power");
        assertThat(job.action()).isEqualTo(action.name().toLowerCase(Locale.ROOT));
        assertThat(vms.get(VmKit.ANN, id).desiredPower()).isEqualTo(desired);
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(VmState.class)
    void actionThatMakesNoSenseIsRefusedWithARemedy(VmState state) {
        UUID id = created("web", VmKit.ANN);
        kit.force(id, state.name());
        PowerAction senseless =
                state == VmState.RUNNING || state == VmState.PAUSED ? PowerAction.START : PowerAction.PAUSE;

        assertThatThrownBy(() -> vms.act(VmKit.ANN, id, PowerChange.of(senseless)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().slug()).isEqualTo("state-conflict");
                    assertThat(e.problem().remedy()).isNotBlank();
                });
    }

    @ParameterizedTest
    @EnumSource(value = VmState.class, mode = EnumSource.Mode.EXCLUDE, names = "DELETING")
    void vmCanBeDeletedInEveryState(VmState state) {
        UUID id = created("web", VmKit.ANN);
        kit.force(id, state.name());

        Job job = vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED);

        assertThat(job.kind()).isEqualTo("vm.delete");
        assertThat(vms.get(VmKit.ANN, id).state()).isEqualTo(VmState.DELETING);
        assertThat(kit.jobs.ofKind("vm.create")).extracting(Job::state).containsExactly(JobState.CANCELLED);
    }

    @Test
    void deletionIsBegunOnce() throws Exception {
        UUID id = created("web", VmKit.ANN);

        List<Object> outcomes = atOnce(
                5, () -> vms.delete(VmKit.ANN, id, ExpectedVersion.UNSTATED).id());

        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(kit.jobs.ofKind("vm.delete")).hasSize(1);
        refused(
                "state-conflict",
                () -> vms.update(VmKit.ANN, id, VmPatch.builder().name("x").build(), ExpectedVersion.of(2)));
    }

    private NewVm of(UUID image) {
        return NewVm.builder()
                .name("web")
                .imageId(image)
                .vcpus(1)
                .memoryMib(128)
                .diskGib(1)
                .build();
    }

    private UUID created(String name, Caller owner) {
        return vms.create(owner, kit.request(name)).subject().id();
    }

    private List<Vm> all(Caller caller) {
        return vms.list(caller, VmFilter.ANY, PageRequest.first()).items();
    }

    private static List<Object> atOnce(int times, Callable<Object> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<Object>> calls = threads.invokeAll(Collections.nCopies(times, () -> {
                try {
                    return call.call();
                } catch (ProblemException e) {
                    return e;
                }
            }));
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> each : calls) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }
}
