package io.obox.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.job.JobRequest;
import io.obox.lifecycle.Replacement;
import io.obox.lifecycle.ReplacementStep;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.platform.internal.build.Standing;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

final class MachineTest {
    private static final Problem CANCELLED = Refusal.problem(UpdateMessage.CANCELLED.with());
    private static TestDatabase database;
    private static Transactions transactions;

    @TempDir
    Path folder;

    private NodeKit node;
    private Bundle first;
    private volatile boolean cutOff;

    @BeforeAll
    static void database() {
        database = TestDatabase.create();
        transactions = database.bundle("io.obox.platform", Rows.class, List.of());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        node = new NodeKit("north-" + folder.getFileName(), folder, fragile());
        first = node.ship(NodeKit.NAME, "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void aNewVersionTakesTheFormerOnesPlace() throws Exception {
        Replacement done = node.replace(first, "2.0.0");

        assertThat(done.step()).isEqualTo(ReplacementStep.COMPLETED);
        assertThat(node.versions()).containsExactly("2.0.0");
        assertThat(node.jobs).extracting(JobRequest::kind).containsExactly(Machine.REPLACE, Machine.RETIRE);
    }

    @Test
    void theBuildsThatStandAreKeptAlsoIfTheyCameUnderAnotherNameOfTheNode() throws Exception {
        node.replace(first, "2.0.0");
        Bundle second = node.bundle("2.0.0");
        node.replace(second, "3.0.0");
        agePastKeeping();

        try (NodeKit renamed = new NodeKit("south-" + folder.getFileName(), folder, transactions)) {
            renamed.replace(renamed.ship("org.example.other", "1.0.0"), "2.0.0");
        }

        assertThat(archives()).contains(archive(second), archive(node.bundle("3.0.0")));
    }

    @Test
    void aVersionThatDoesNotServeAnyMoreIsReplacedNoMore() throws Exception {
        Replacement second = node.request(first, "2.0.0");
        Replacement third = node.request(first, "3.0.0");
        node.machine.replace(second.id(), step -> {});

        assertThatThrownBy(() -> node.machine.replace(third.id(), step -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Version 1.0.0 does not serve any more. Version 2.0.0 goes on serving.");
        node.machine.retire(second.id());

        assertThat(node.versions()).containsExactly("2.0.0");
        assertThat(step(third)).isEqualTo(ReplacementStep.REFUSED);
    }

    @Test
    void aTakeoverThatHoldsIsBroughtToItsEndAlthoughItCouldNotBeNotedAtOnce() throws Exception {
        Replacement second = takenOverButNotNoted();
        assertThat(step(second)).isEqualTo(ReplacementStep.STARTING);

        node.machine.replace(second.id(), step -> {});
        assertThat(step(second)).isEqualTo(ReplacementStep.DRAINING);
        node.machine.retire(second.id());

        assertThat(node.versions()).containsExactly("2.0.0");
    }

    @Test
    void aTakeoverThatHoldsIsBroughtToItsEndAlsoIfItsJobIsCancelled() throws Exception {
        Replacement second = takenOverButNotNoted();

        node.machine.abandon(second.id(), CANCELLED);

        assertThat(step(second)).isEqualTo(ReplacementStep.DRAINING);
        assertThat(node.jobs).extracting(JobRequest::kind).containsExactly(Machine.REPLACE, Machine.RETIRE);
    }

    @Test
    void whatWasNotTriedYetIsRefusedIfItsJobIsCancelled() throws Exception {
        Replacement second = node.request(first, "2.0.0");

        node.machine.abandon(second.id(), CANCELLED);

        assertThat(step(second)).isEqualTo(ReplacementStep.REFUSED);
    }

    @Test
    void whetherATakeoverHoldsIsAskedOfItsOwnNode() throws Exception {
        Replacement second = takenOverButNotNoted();

        try (NodeKit other = new NodeKit("south", folder.resolve("other"), transactions)) {
            other.machine.abandon(second.id(), CANCELLED);

            assertThat(step(second)).isEqualTo(ReplacementStep.STARTING);
            assertThat(other.jobs).hasSize(1).allSatisfy(job -> {
                assertThat(job.kind()).isEqualTo(Machine.REPLACE);
                assertThat(job.places()).isEqualTo(node.jobs.getFirst().places());
            });
        }
    }

    @Test
    void aBuildThatAnotherDistributionPutAnEndToHasToTakeOverAnew() throws Exception {
        node.replace(first, "2.0.0");

        try (NodeKit upgraded = new NodeKit("upgraded-" + folder.getFileName(), folder, transactions)) {
            Bundle shipped = upgraded.ship(NodeKit.NAME, "1.5.0");
            Replacement second = upgraded.request(shipped, "2.0.0");
            assertThatThrownBy(() -> upgraded.machine.replace(second.id(), MachineTest::failAtTheStart))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> upgraded.machine.replace(second.id(), step -> {}))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Version 1.5.0 goes on serving.");
            assertThat(upgraded.versions()).containsExactly("1.5.0");

            assertThat(upgraded.replace(shipped, "2.0.0").step()).isEqualTo(ReplacementStep.COMPLETED);
            assertThat(upgraded.versions()).containsExactly("2.0.0");
        }
    }

    private static void failAtTheStart(ReplacementStep step) {
        if (step == ReplacementStep.STARTING) {
            throw new IllegalStateException("cut off");
        }
    }

    /** Leaves two versions running, as a broken connection at the worst moment does. */
    private Replacement takenOverButNotNoted() throws Exception {
        Replacement second = node.request(first, "2.0.0");
        assertThatThrownBy(() -> node.machine.replace(second.id(), step -> cutOff = step == ReplacementStep.STARTING))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
        assertThat(node.versions()).containsExactly("1.0.0", "2.0.0");
        return second;
    }

    private ReplacementStep step(Replacement replacement) {
        return node.machine.rows().get(replacement.id()).step();
    }

    private List<String> archives() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("bundles"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static String archive(Bundle replaced) {
        return replaced.getLocation().substring(Standing.PREFIX.length()) + ".jar";
    }

    private void agePastKeeping() throws Exception {
        for (String name : archives()) {
            FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
            Files.setLastModifiedTime(folder.resolve("bundles").resolve(name), longAgo);
        }
    }

    /** Transactions of which one can be cut off. */
    private Transactions fragile() {
        return NodeKit.fake(Transactions.class, (self, method, arguments) -> {
            if (cutOff) {
                cutOff = false;
                throw new ProblemException(Problem.unavailable("The connection broke."));
            }
            try {
                return method.invoke(transactions, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
