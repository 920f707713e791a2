package io.obox.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.platform.internal.ledger.ReplacementRow;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FinishedReplacementsTest {
    private static final Sql AGE = new Sql("""
            update replacement set created_at = now() - ? * interval '1 day',
                finished_at = finished_at - ? * interval '1 day' where id = ?""");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.platform", Rows.class, List.of());
    private final Rows rows = new Rows(transactions);
    private final FinishedReplacements retention = new FinishedReplacements(transactions, 90);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void replacementsThatFinishedLongAgoGoInBites() {
        List<UUID> gone = List.of(refused(93), completed(92), completed(91));
        UUID last = completed(89);

        assertThat(retention.deleteAged(2)).isEqualTo(2);
        assertThat(retention.deleteAged(2)).isEqualTo(1);
        assertThat(retention.deleteAged(2)).isZero();

        assertThat(gone).allSatisfy(id -> assertThatThrownBy(() -> rows.get(id)).isInstanceOf(ProblemException.class));
        assertThatCode(() -> rows.get(last)).doesNotThrowAnyException();
    }

    @Test
    void theLastOneOfABundleStaysSoThatItsBuildsAreKnownToBeNeeded() {
        completed(200);
        completed(100);
        refused(95);

        assertThat(retention.deleteAged(10)).isEqualTo(2);

        assertThat(rows.neededDigests("north", Set.of())).containsExactlyInAnyOrder("to-100", "from-100");
    }

    @Test
    void whatHasNotFinishedStays() {
        insert(200);

        assertThat(retention.deleteAged(10)).isZero();
    }

    @Test
    void noneGoIfTheyAreToBeKeptForEver() {
        refused(2000);

        assertThat(new FinishedReplacements(transactions, 0).deleteAged(10)).isZero();
    }

    private UUID completed(int daysAgo) {
        UUID id = insert(daysAgo);
        rows.takeOver(id);
        rows.complete(id, List.of());
        return aged(id, daysAgo);
    }

    private UUID refused(int daysAgo) {
        UUID id = insert(daysAgo);
        rows.refuse(id, Refusal.read("It has no components.", null));
        return aged(id, daysAgo);
    }

    private UUID insert(int daysAgo) {
        ReplacementRow row = rows.insert(new Rows.Request(
                "north",
                "org.example.one",
                "1.0.0",
                "1.1.0",
                "file:/one.jar",
                Optional.of("from-" + daysAgo),
                "to-" + daysAgo,
                Set.of(),
                UUID.randomUUID()));
        return aged(row.id(), daysAgo);
    }

    private UUID aged(UUID id, int days) {
        transactions.sql(connection -> AGE.update(connection, days, days, id));
        return id;
    }
}
