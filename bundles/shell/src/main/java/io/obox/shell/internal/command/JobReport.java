package io.obox.shell.internal.command;

import io.obox.job.Job;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.shell.internal.output.Age;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** How commands answer with jobs. */
record JobReport(Services services, Invocation invocation) {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Answers with a job that the command began; with {@code --wait}, when it has finished. */
    void begun(Job job) throws IOException, InterruptedException {
        Job shown = invocation.arguments().has("wait") ? finished(job) : job;
        one(shown);
        if (invocation.arguments().has("wait") && shown.state() != JobState.COMPLETED) {
            throw failure(shown);
        }
    }

    /** Answers with one job. */
    void one(Job job) throws IOException {
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), job);
        } else {
            table(Stream.of(job)).print(invocation.out());
        }
    }

    static Table table(Stream<Job> jobs) {
        Table table = new Table("ID", "KIND", "SUBJECT", "STATE", "ATTEMPT", "PROGRESS", "AGE", "PROBLEM");
        jobs.forEach(job -> table.row(
                job.id(),
                job.action() == null ? job.kind() : job.kind() + " " + job.action(),
                job.subject().name(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.attempt() + "/" + job.maxAttempts(),
                progress(job),
                Age.of(job.createdAt()),
                job.problem() == null ? null : job.problem().slug()));
        return table;
    }

    private static String progress(Job job) {
        String step = job.waitReason() == null
                ? job.progress().step()
                : job.waitReason().text();
        return job.progress().percent() + "%" + (step == null || job.state().finished() ? "" : " " + step);
    }

    private Job finished(Job job) throws InterruptedException {
        Caller caller = invocation.caller();
        Job seen = job;
        while (!seen.state().finished()) {
            Thread.sleep(PAUSE);
            seen = services.jobs().get(caller, job.id());
        }
        return seen;
    }

    private static CommandFailure failure(Job job) {
        Problem problem = job.problem();
        return problem == null
                ? new CommandFailure(
                        "The job was " + job.state().name().toLowerCase(Locale.ROOT) + ".", CommandFailure.FAILED)
                : CommandFailure.of(problem);
    }
}
