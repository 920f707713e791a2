package io.obox.platform.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RowsTest {
    private static TestDatabase database;
    private static Rows rows;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        rows = new Rows(database.bundle("io.obox.platform", Rows.class, List.of()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aReplacementGoesFromStepToStep() {
        ReplacementRow asked = insert("a", "1", Optional.of("former"));
        assertThat(asked.step()).isEqualTo(ReplacementStep.REQUESTED);
        assertThat(asked.waivers()).containsExactly(Waiver.FEWER_SERVICES);
        assertThat(rows.get(asked.id())).isEqualTo(asked);

        rows.begin(asked.id(), ReplacementStep.PROVING);
        assertThat(rows.get(asked.id()).step()).isEqualTo(ReplacementStep.PROVING);
        assertThat(rows.takeOver(asked.id())).isPresent();
        rows.complete(asked.id(), List.of("HttpDrain"));

        ReplacementRow done = rows.get(asked.id());
        assertThat(done.step()).isEqualTo(ReplacementStep.COMPLETED);
        assertThat(done.cutOff()).containsExactly("HttpDrain");
        assertThat(done.createdAt()).isBeforeOrEqualTo(done.startedAt());
        assertThat(done.startedAt()).isBeforeOrEqualTo(done.tookOverAt());
        assertThat(done.tookOverAt()).isBeforeOrEqualTo(done.finishedAt());
    }

    @Test
    void theTakeoverIsWrittenOnce() {
        UUID id = insert("b", "2", Optional.empty()).id();

        assertThat(rows.takeOver(id)).isPresent();
        assertThat(rows.takeOver(id)).isEmpty();
    }

    @Test
    void aRefusalTellsItsCauseAndEndsIt() {
        UUID id = insert("c", "3", Optional.empty()).id();

        rows.refuse(id, Refusal.read("It has no components.", "Ask for it."));
        rows.begin(id, ReplacementStep.STARTING);

        ReplacementRow refused = rows.get(id);
        assertThat(refused.step()).isEqualTo(ReplacementStep.REFUSED);
        assertThat(refused.problem()).isEqualTo(Refusal.read("It has no components.", "Ask for it."));
        assertThat(rows.takeOver(id)).isEmpty();
    }

    @Test
    void whatHasTakenOverIsNotRefusedAnyMore() {
        UUID id = insert("d", "4", Optional.empty()).id();
        rows.takeOver(id);

        rows.refuse(id, Refusal.read("It was cancelled.", null));

        assertThat(rows.get(id).step()).isEqualTo(ReplacementStep.DRAINING);
    }

    @Test
    void theLastBuildOfEachBundleAndTheOneBeforeAreNeeded() {
        for (String digest : List.of("e1", "e2", "e3")) {
            UUID id = insert("e", digest, Optional.of("before-" + digest)).id();
            rows.takeOver(id);
            rows.complete(id, List.of());
        }
        insert("f", "f1", Optional.of("before-f1"));
        UUID refused = insert("g", "g1", Optional.of("before-g1")).id();
        rows.refuse(refused, Refusal.read("No.", null));

        assertThat(rows.neededDigests("north", Set.of()))
                .contains("e3", "before-e3", "f1", "before-f1")
                .doesNotContain("e1", "e2", "g1");
        assertThat(rows.neededDigests("south", Set.of())).isEmpty();
    }

    @Test
    void whatStandsAndTheBuildBeforeItAreNeededAlsoIfTheNodeHasAnotherNameNow() {
        UUID id = insert("h", "h1", Optional.of("before-h1")).id();
        rows.takeOver(id);
        rows.complete(id, List.of());

        assertThat(rows.neededDigests("south", Set.of("h1"))).containsExactlyInAnyOrder("h1", "before-h1");
    }

    @Test
    void whatNobodyAskedForIsNotFound() {
        assertThatThrownBy(() -> rows.get(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("not-found"));
    }

    private static ReplacementRow insert(String bundle, String digest, Optional<String> former) {
        return rows.insert(new Rows.Request(
                "north",
                bundle,
                "1.0.0",
                "1.1.0",
                "file:/one.jar",
                former,
                digest,
                Set.of(Waiver.FEWER_SERVICES),
                UUID.randomUUID()));
    }
}
