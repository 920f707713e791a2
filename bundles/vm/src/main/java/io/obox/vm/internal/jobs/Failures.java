package io.obox.vm.internal.jobs;

import io.obox.job.JobFailure;
import io.obox.job.JobState;
import io.obox.problem.Problem;
import io.obox.provisioner.spi.ProvisionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a failed call of a provisioner means for its job. */
final class Failures {
    private Failures() {}

    static JobFailure of(ProvisionException failure, String host) {
        return new JobFailure(problem(failure, host), failure.retryable(), failure);
    }

    private static Problem problem(ProvisionException failure, String host) {
        String detail = Objects.requireNonNullElse(failure.getMessage(), "The hypervisor failed.");
        return switch (failure.kind()) {
            case REJECTED ->
                Problem.of("host-refused", "Refused by the host", 409, detail)
                        .withRemedy("Ask for something that host " + host + " can do, or choose another host.");
            case NOT_FOUND ->
                Problem.of("host-lacks", "Missing on the host", 409, detail)
                        .withRemedy("Provide it on host " + host + ", and retry the job.");
            case CAPACITY ->
                Problem.of("no-capacity", "No capacity", 409, detail)
                        .withRemedy("Make room on host " + host + ", and retry the job.");
            case UNREACHABLE -> unreachable(detail);
            case FAILED ->
                Problem.of("provision-failed", "The hypervisor failed", 502, detail)
                        .withRemedy("Look at the job's log, and retry the job.");
        };
    }

    /** There is nothing with the content of the image that was asked for: its name may be another's by now. */
    static Problem imageGone(String name) {
        return Problem.of(
                        "image-gone",
                        "The image is gone",
                        409,
                        "The image " + name + " that this VM was asked for is gone, or its file has been replaced.")
                .withRemedy("Put the file back and retry the job, or create a VM of an image that is there.");
    }

    static Problem unreachable(String detail) {
        return Problem.of("host-unreachable", "Host unreachable", 503, detail)
                .withRemedy("Retry the job when the host is UP again.");
    }

    /** The problem of a job that ended without having been done. */
    static Problem ofEnd(JobState state, @Nullable Problem problem) {
        if (problem != null) {
            return problem;
        }
        return state == JobState.CANCELLED
                ? Problem.of("cancelled", "Cancelled", 409, "The job was cancelled before it was done.")
                        .withRemedy("Retry the job, or delete the VM.")
                : Problem.of("internal", "Internal error", 500, "The job was given up without a reason.");
    }
}
