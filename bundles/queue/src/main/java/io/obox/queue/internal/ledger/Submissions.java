package io.obox.queue.internal.ledger;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.job.IdempotencyKey;
import io.obox.job.JobRequest;
import io.obox.persistence.Transactions;
import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.queue.internal.message.JobMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How jobs come into the ledger. */
public final class Submissions {
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final StoredJson json = new StoredJson();
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
            IdempotencyKey key = request.idempotencyKey();
            if (key != null) {
                LedgerSql.FREE_IDEMPOTENCY_KEY.query(
                        connection, row -> row, key.text(), request.ownerId(), key.callerId());
            }
            return insert(connection, request, args).orElseThrow(Submissions::keyTaken);
        });
    }

    private Optional<JobRow> insert(Connection connection, JobRequest request, String args) throws SQLException {
        IdempotencyKey key = request.idempotencyKey();
        Needs needs = Needs.of(request.places());
        return LedgerSql.SUBMIT.first(
                connection,
                JobRow.reader(json),
                ids.generate(),
                request.kind(),
                request.action(),
                request.subject().type(),
                request.subject().id(),
                request.subject().name(),
                request.ownerId(),
                args,
                request.priority(),
                HeadStart.of(request).toMillis(),
                request.maxAttempts(),
                request.exclusiveKey(),
                key == null ? null : key.text(),
                key == null ? null : key.callerId(),
                key == null ? null : digest(request.kind(), key),
                needs.keys(),
                needs.texts(),
                needs.documents(new StoredMessage(json)),
                request.parentId(),
                request.hasParts() ? 0L : null,
                request.dueAt(),
                request.hasOnlyParts());
    }

    /**
     * The job of the last 24 hours that was submitted under this key.
     *
     * @throws ProblemException {@code conflict} where it is of another kind, or something else was asked for
     */
    public Optional<JobDocument> find(String kind, IdempotencyKey key) {
        byte[] asked = digest(kind, key);
        return transactions.sql(connection ->
                LedgerSql.BY_IDEMPOTENCY_KEY.first(connection, row -> same(row, asked), key.callerId(), key.text()));
    }

    private JobDocument same(ResultSet row, byte[] asked) throws SQLException {
        if (!MessageDigest.isEqual(row.getBytes("asked"), asked)) {
            throw new ProblemException(
                    StandardProblem.CONFLICT.of(JobMessage.KEY_USED.with()).withRemedy(JobMessage.NEW_KEY.with()));
        }
        return JobRow.reader(json).read(row).job();
    }

    private byte[] digest(String kind, IdempotencyKey key) {
        try {
            String text = kind + '\n' + json.write(key.asked());
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256.", e);
        }
    }

    private static ProblemException keyTaken() {
        return new ProblemException(
                StandardProblem.CONFLICT.of(JobMessage.KEY_TAKEN.with()).withRemedy(JobMessage.READ_OR_NEW_KEY.with()));
    }
}
