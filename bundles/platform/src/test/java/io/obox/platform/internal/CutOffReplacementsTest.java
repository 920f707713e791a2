package io.obox.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.lifecycle.ReplacementStep;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.platform.internal.ledger.Rows;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

final class CutOffReplacementsTest {
    private static final Sql AGE =
            new Sql("UPDATE replacement SET created_at = now() - make_interval(days => 1) WHERE id = ?");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.platform", Rows.class, List.of());
    private NodeKit kit;
    private Bundle former;

    @BeforeEach
    void start() throws Exception {
        kit = new NodeKit("north", folder, transactions);
        former = kit.ship(NodeKit.NAME, "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        kit.close();
        database.close();
    }

    @Test
    void whatAnEndOfTheProcessHasCutOffIsBroughtToItsEndWhereNoJobsRun() throws Exception {
        UUID cutOff = underWay("2.0.0");
        transactions.sql(connection -> AGE.update(connection, cutOff));
        UUID ofThisLife = underWay("3.0.0");

        ReplacementService service = new ReplacementService(withoutJobs(), kit.machine);

        await().until(() -> step(cutOff) == ReplacementStep.REFUSED);
        assertThat(step(ofThisLife)).isEqualTo(ReplacementStep.PROVING);
        assertThat(kit.versions()).containsExactly("1.0.0");
        service.close();
    }

    @Test
    void theyAreLookedForUntilTheDatabaseAnswers() throws Exception {
        UUID cutOff = underWay("2.0.0");
        transactions.sql(connection -> AGE.update(connection, cutOff));
        AtomicInteger asked = new AtomicInteger();
        kit.machine.transactions = NodeKit.fake(Transactions.class, (self, method, arguments) -> {
            asked.incrementAndGet();
            throw new ProblemException(Problem.unavailable("The database does not answer."));
        });

        ReplacementService service = new ReplacementService(withoutJobs(), kit.machine);

        await().until(() -> asked.get() > 0);
        kit.machine.transactions = transactions;
        await().until(() -> step(cutOff) == ReplacementStep.REFUSED);
        service.close();
    }

    private UUID underWay(String version) throws Exception {
        UUID id = kit.request(former, version).id();
        kit.machine.rows().begin(id, ReplacementStep.PROVING);
        return id;
    }

    private ReplacementStep step(UUID id) {
        return kit.machine.rows().get(id).step();
    }

    private Node withoutJobs() {
        return new Node("north", false, folder.resolve("bundles"), folder.resolve("repository"));
    }
}
