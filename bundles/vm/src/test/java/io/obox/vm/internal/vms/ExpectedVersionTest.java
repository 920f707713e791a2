package io.obox.vm.internal.vms;

import static io.obox.vm.internal.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.problem.ProblemException;
import io.obox.version.ExpectedVersion;
import io.obox.vm.PowerAction;
import io.obox.vm.PowerChange;
import io.obox.vm.VmPatch;
import io.obox.vm.internal.kit.VmKit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever says which version a change is for changes no other. */
final class ExpectedVersionTest {
    private static final long CREATED = 1;
    private static final long NOW = 2;

    private final VmKit kit = new VmKit();
    private final VmService vms = kit.vms();
    private final UUID id = vms.create(VmKit.ANN, kit.request("web")).subject().id();

    private enum Change {
        UPDATE((test, version) -> test.vms.update(
                VmKit.ANN, test.id, VmPatch.builder().name("shop").build(), version)),
        STOP((test, version) -> test.vms.act(
                VmKit.ANN,
                test.id,
                PowerChange.builder(PowerAction.STOP).expected(version).build())),
        DELETE((test, version) -> test.vms.delete(VmKit.ANN, test.id, version));

        private final BiConsumer<ExpectedVersionTest, ExpectedVersion> change;

        Change(BiConsumer<ExpectedVersionTest, ExpectedVersion> change) {
            this.change = change;
        }
    }

    @BeforeEach
    void start() {
        assertThat(kit.force(id, "RUNNING").version()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource
    void anotherVersionIsNotChanged(Change change) {
        for (String other : new String[] {"\"" + CREATED + "\"", "W/\"" + NOW + "\"", "garbage", ""}) {
            refused("precondition-failed", () -> change.change.accept(this, ExpectedVersion.parse(other)));
        }
        assertThat(vms.get(VmKit.ANN, id).version()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource
    void theVersionThatIsMeantIsChanged(Change change) {
        change.change.accept(this, ExpectedVersion.of(NOW));

        assertThat(vms.get(VmKit.ANN, id).version()).isEqualTo(NOW + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aStarIsForWhateverThereIs(Change change) {
        change.change.accept(this, ExpectedVersion.parse("*"));

        assertThat(vms.get(VmKit.ANN, id).version()).isEqualTo(NOW + 1);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyForOneVersionOneIsMade(Change change) {
        AtomicInteger made = new AtomicInteger();
        List<Future<?>> changes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                changes.add(threads.submit(() -> {
                    change.change.accept(this, ExpectedVersion.of(NOW));
                    made.incrementAndGet();
                }));
            }
        }
        assertThat(changes.stream().filter(one -> one.state() == Future.State.FAILED))
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.exceptionNow())
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().slug()).isEqualTo("precondition-failed")));
        assertThat(made).hasValue(1);
        assertThat(vms.get(VmKit.ANN, id).version()).isEqualTo(NOW + 1);
    }

    @Test
    void aPatchMustSayIt() {
        refused("precondition-required", () -> ExpectedVersion.required(null));
    }
}
