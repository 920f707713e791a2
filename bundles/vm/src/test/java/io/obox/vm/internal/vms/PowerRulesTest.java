package io.obox.vm.internal.vms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import io.obox.vm.DesiredPower;
import io.obox.vm.PowerAction;
import io.obox.vm.VmState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PowerRulesTest {
    /** What may be done in which state. */
    private static final String TABLE = """
            ACTION    REQUESTED PROVISIONING RUNNING STOPPED PAUSED FAILED DELETING LOST
            START     no        no           no      yes     no     no     no       no
            SHUTDOWN  no        no           yes     no      no     no     no       no
            STOP      no        no           yes     no      yes    no     no       no
            REBOOT    no        no           yes     no      no     no     no       no
            RESET     no        no           yes     no      no     no     no       no
            PAUSE     no        no           yes     no      no     no     no       no
            RESUME    no        no           no      no      yes    no     no       no
            """;

    static Stream<Arguments> pairs() {
        List<List<String>> rows =
                TABLE.lines().map(line -> List.of(line.split(" +"))).toList();
        List<String> states = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.size())
                        .mapToObj(i -> Arguments.of(
                                PowerAction.valueOf(row.getFirst()),
                                VmState.valueOf(states.get(i)),
                                row.get(i).equals("yes"))));
    }

    @Test
    void theTableNamesEveryActionAndEveryState() {
        assertThat(pairs().map(pair -> List.of(pair.get()[0], pair.get()[1])))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PowerAction.values())
                        .flatMap(action -> Arrays.stream(VmState.values()).map(state -> List.<Object>of(action, state)))
                        .toList());
    }

    @ParameterizedTest(name = "{0} of a VM that is {1}: {2}")
    @MethodSource("pairs")
    void anActionIsDoneWhereItMakesSenseAndRefusedElsewhere(PowerAction action, VmState state, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> PowerRules.require(state, action)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> PowerRules.require(state, action))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertRefusal(e, action, state));
        }
    }

    private static void assertRefusal(ProblemException refusal, PowerAction action, VmState state) {
        assertThat(refusal.problem().slug()).isEqualTo("state-conflict");
        assertThat(refusal.problem().status()).isEqualTo(409);
        assertThat(refusal.problem().detail())
                .contains(state.name().toLowerCase(Locale.ROOT), action.name().toLowerCase(Locale.ROOT));
        assertThat(refusal.problem().remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "START, RUNNING",
        "SHUTDOWN, STOPPED",
        "STOP, STOPPED",
        "REBOOT, RUNNING",
        "RESET, RUNNING",
        "PAUSE, PAUSED",
        "RESUME, RUNNING"
    })
    void whatIsWantedAfterwardsIsKnownOfEachAction(PowerAction action, DesiredPower wanted) {
        assertThat(PowerRules.aim(action)).isEqualTo(wanted);
    }
}
