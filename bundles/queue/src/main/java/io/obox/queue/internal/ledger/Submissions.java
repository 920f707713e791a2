package io.obox.queue.internal.ledger;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How jobs come into the ledger. */
public final class Submissions {
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Json json = new Json();
    private final Transactions transactions;

    /** Over the bundle's transactions. */
    public Submissions(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Writes the job in the thread's transaction.
     *
     * @throws ProblemException {@code conflict} where the idempotency key is taken
     */
    public JobRow submit(JobRequest request) {
        String args = json.write(request.args());
        return transactions.sql(connection -> {
            if (request.idempotencyKey() != null) {
                Sql.FREE_IDEMPOTENCY_KEY.query(connection, row -> row, request.ownerId(), request.idempotencyKey());
            }
            return insert(connection, request, args).orElseThrow(Submissions::keyTaken);
        });
    }

    private Optional<JobRow> insert(Connection connection, JobRequest request, String args) throws SQLException {
        return Sql.SUBMIT.first(
                connection,
                JobRow.reader(json),
                ids.generate(),
                request.kind(),
                request.subject().type(),
                request.subject().id(),
                request.subject().name(),
                request.ownerId(),
                args,
                request.priority(),
                HeadStart.of(request.priority()).toMillis(),
                request.maxAttempts(),
                request.exclusiveKey(),
                request.idempotencyKey(),
                request.dueAt());
    }

    /** The job of the last 24 hours that has this key. */
    public Optional<Job> findByIdempotencyKey(UUID ownerId, String key) {
        return transactions.sql(connection -> Sql.BY_IDEMPOTENCY_KEY
                .first(connection, JobRow.reader(json), ownerId, key)
                .map(JobRow::job));
    }

    private static ProblemException keyTaken() {
        return new ProblemException(Problem.of(
                        "conflict", "Conflict", 409, "Another request with this idempotency key was already accepted.")
                .withRemedy("Read the job of that request, or choose another key."));
    }
}
