package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import io.obox.vm.RepairAction;
import io.obox.vm.VmState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepairRulesTest {
    /** What may be repaired in which state. */
    private static final String TABLE = """
            ACTION    REQUESTED PROVISIONING RUNNING STOPPED PAUSED FAILED DELETING LOST
            CHECK     no        no           no      no      no     no     no       yes
            RECREATE  no        no           no      no      no     no     no       yes
            FORGET    no        no           no      no      no     no     no       yes
            RETRY     no        no           no      no      no     yes    no       no
            """;

    private static final Map<RepairAction, String> DONE = Map.of(
            RepairAction.CHECK, "checked",
            RepairAction.RECREATE, "recreated",
            RepairAction.FORGET, "forgotten",
            RepairAction.RETRY, "retried");

    static Stream<Arguments> pairs() {
        List<List<String>> rows =
                TABLE.lines().map(line -> List.of(line.split(" +"))).toList();
        List<String> states = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.size())
                        .mapToObj(i -> Arguments.of(
                                RepairAction.valueOf(row.getFirst()),
                                VmState.valueOf(states.get(i)),
                                row.get(i).equals("yes"))));
    }

    @Test
    void theTableNamesEveryActionAndEveryState() {
        assertThat(pairs().map(pair -> List.of(pair.get()[0], pair.get()[1])))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RepairAction.values())
                        .flatMap(action -> Arrays.stream(VmState.values()).map(state -> List.<Object>of(action, state)))
                        .toList());
    }

    @ParameterizedTest(name = "{0} of a VM that is {1}: {2}")
    @MethodSource("pairs")
    void aRepairIsDoneWhereSomethingIsBrokenAndRefusedElsewhere(RepairAction action, VmState state, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> RepairRules.require(state, action)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> RepairRules.require(state, action))
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.problem().slug()).isEqualTo("state-conflict");
                        assertThat(refusal.problem().detail())
                                .isEqualTo("A VM that is %s can't be %s."
                                        .formatted(state.name().toLowerCase(Locale.ROOT), DONE.get(action)));
                        assertThat(refusal.problem().remedy()).isNotBlank();
                    });
        }
    }
}
