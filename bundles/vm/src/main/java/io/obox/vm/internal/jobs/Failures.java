package io.obox.vm.internal.jobs;

import io.obox.job.JobFailure;
import io.obox.job.JobState;
import io.obox.message.Message;
import io.obox.problem.Problem;
import io.obox.problem.StandardProblem;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.vm.internal.message.VmProblem;
import io.obox.vm.internal.message.WorkMessage;
import org.jspecify.annotations.Nullable;

/** What a failed call of a provisioner means for its job. */
final class Failures {
    private Failures() {}

    static JobFailure of(ProvisionException failure, String host) {
        return new JobFailure(problem(failure, host), failure.retryable(), failure);
    }

    private static Problem problem(ProvisionException failure, String host) {
        Message detail = failure.getMessage() == null ? WorkMessage.HYPERVISOR_FAILED.with() : failure.said();
        return switch (failure.kind()) {
            case REJECTED -> VmProblem.HOST_REFUSED.of(detail).withRemedy(WorkMessage.ASK_FOR_LESS.with(host));
            case NOT_FOUND -> VmProblem.HOST_LACKS.of(detail).withRemedy(WorkMessage.PROVIDE_IT.with(host));
            case CAPACITY -> StandardProblem.NO_CAPACITY.of(detail).withRemedy(WorkMessage.MAKE_ROOM.with(host));
            case UNREACHABLE -> unreachable(detail);
            case FAILED -> VmProblem.PROVISION_FAILED.of(detail).withRemedy(WorkMessage.LOOK_AT_LOG.with());
        };
    }

    /** There is nothing with the content of the image that was asked for: its name may be another's by now. */
    static Problem imageGone(String name) {
        return VmProblem.IMAGE_GONE.of(WorkMessage.IMAGE_GONE.with(name)).withRemedy(WorkMessage.PUT_BACK.with());
    }

    static Problem unreachable(Message detail) {
        return VmProblem.HOST_UNREACHABLE.of(detail).withRemedy(WorkMessage.RETRY_WHEN_UP.with());
    }

    /** The problem of a job that ended without having been done. */
    static Problem ofEnd(JobState state, @Nullable Problem problem) {
        if (problem != null) {
            return problem;
        }
        return state == JobState.CANCELLED
                ? StandardProblem.CANCELLED
                        .of(WorkMessage.CANCELLED.with())
                        .withRemedy(WorkMessage.RETRY_OR_DELETE.with())
                : StandardProblem.INTERNAL.of(WorkMessage.NO_REASON.with());
    }
}
