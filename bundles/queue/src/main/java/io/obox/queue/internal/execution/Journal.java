package io.obox.queue.internal.execution;

import io.obox.message.Message;
import io.obox.queue.internal.ledger.Finishes.ClaimedJob;
import io.obox.queue.internal.ledger.Leases.Line;
import io.obox.queue.internal.ledger.Leases.Report;
import io.obox.queue.internal.message.JobMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt has reported and the ledger does not have yet. It is written from time to time while the attempt runs; from
 * the moment it is sealed only with the attempt's end.
 */
final class Journal {
    private static final int MOST_LINES = 1000;
    private static final int LONGEST_LINE = 4000;
    private static final int LONGEST_STEP = 200;

    private final ClaimedJob claim;
    private final int attempt;
    private final List<Line> lines = new ArrayList<>();
    private int omitted;
    private int percent;
    private @Nullable Message step;
    private boolean moved;
    private boolean writing;
    private boolean sealed;

    Journal(ClaimedJob claim, int attempt) {
        this.claim = claim;
        this.attempt = attempt;
    }

    synchronized void progress(int to, Message doing) {
        percent = Math.max(percent, Math.clamp(to, 0, 100));
        step = kept(doing, LONGEST_STEP);
        moved = true;
    }

    synchronized void log(Message line) {
        if (lines.size() < MOST_LINES) {
            lines.add(new Line(Instant.now(), attempt, kept(line, LONGEST_LINE)));
        } else {
            omitted++;
        }
    }

    /** What there is to write now, if anything; to be followed by {@link #wrote}. */
    synchronized Optional<Report> begin() {
        if (sealed || writing || isEmpty()) {
            return Optional.empty();
        }
        writing = true;
        return Optional.of(report());
    }

    /** What was begun is in the ledger, or is not. */
    synchronized void wrote(Report report, boolean success) {
        writing = false;
        if (success) {
            lines.subList(0, report.lines().size()).clear();
        } else {
            moved = true;
        }
        notifyAll();
    }

    /** From now on it is written only with the attempt's end; waits for what has begun. */
    synchronized void seal() throws InterruptedException {
        while (writing) {
            wait();
        }
        sealed = true;
    }

    synchronized boolean isEmpty() {
        return !moved && lines.isEmpty();
    }

    /** Everything there is to write. */
    synchronized Report report() {
        if (omitted > 0) {
            lines.add(new Line(Instant.now(), attempt, JobMessage.LINES_OMITTED.with(omitted)));
            omitted = 0;
        }
        if (!sealed) {
            moved = false;
        }
        return new Report(claim, percent, step, List.copyOf(lines));
    }

    private static Message kept(Message given, int longest) {
        String clean = given.text().replace('\0', ' ');
        String text = clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
        return new Message(given.code(), given.args(), text);
    }
}
