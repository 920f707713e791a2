package io.obox.queue.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of jobs. */
public enum JobMessage implements MessageTemplate {
    NO_SUCH_JOB("There is no such job."),
    DOMAIN_BUSY("What the job belongs to does not respond at the moment."),
    NOT_CANCELLED("The job is {state} and can't be cancelled."),
    CANCEL_UNFINISHED("Cancel jobs that have not ended."),
    NOT_RETRIED("The job is {state} and can't be retried."),
    RETRY_ENDED("Retry jobs that are DISCARDED or CANCELLED."),
    NO_FAILED_PARTS("None of the job's parts has failed."),
    KEY_USED("This Idempotency-Key was used for another request."),
    NEW_KEY("Use a new key for each request."),
    KEY_TAKEN("Another request with this idempotency key was already accepted."),
    READ_OR_NEW_KEY("Read the job of that request, or choose another key."),
    WORKER_DIED(
            "The worker on node {node} stopped answering during attempt {attempt} of {most}, and there is none left."),
    LOOK_AT_NODE("Look into the log of that node for what ended it, then retry the job."),
    OVERDUE("The attempt did not end within the {seconds} s that it has."),
    LOOK_AT_LOG("Look into the job's log for what it waits for, then retry it."),
    INTERNAL("Something went wrong in OBox itself."),
    GIVE_INCIDENT("Try again; if it happens again, give the incident number to your administrator."),
    ATTEMPT_FAILED("Attempt {attempt} of {most} failed: {reason}"),
    STARTS_AGAIN("The worker on node {node} stopped answering; the job starts again."),
    LINE_NUMBER("This must be the number of a line."),
    LINES_OMITTED("{count} more lines came too fast and were left out.");

    private final String pattern;

    JobMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("job", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
