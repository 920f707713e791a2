package org.example.rack;

import io.obox.job.JobContext;
import io.obox.job.JobFailure;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Does the jobs of the plugin. */
public final class MoveHandler implements JobHandler<Move> {
    public final List<String> ended = new ArrayList<>();

    @Override
    public String kind() {
        return "rack.move";
    }

    @Override
    public Class<Move> argsType() {
        return Move.class;
    }

    @Override
    public void handle(Move move, JobContext context) throws Exception {
        context.checkpoint();
        context.progress(50, "Moving " + move.what());
        if (move.what().isEmpty()) {
            throw new JobFailure(Problem.unavailable("There is nothing to move."), false);
        }
        context.log("attempt " + context.attempt() + " of " + context.maxAttempts() + " for " + context.ownerId());
    }

    @Override
    public void ended(Move move, JobState state, Problem problem) {
        ended.add(move.what() + " " + state + (problem == null ? "" : " " + problem.slug()));
    }
}
