package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.message.Message;
import io.obox.provisioner.spi.Progress;
import io.obox.vm.internal.message.WorkMessage;
import org.jspecify.annotations.Nullable;

/** Tells a job how far a call is. A step that goes on for a while moves the percentage, and is one line of the log. */
final class Steps implements Progress {
    private final JobContext context;
    private @Nullable Message current;

    Steps(JobContext context) {
        this.context = context;
    }

    @Override
    public void at(int percent, String step) {
        at(percent, Message.plain(step));
    }

    @Override
    public synchronized void at(int percent, Message step) {
        context.progress(percent, step);
        if (!step.equals(current)) {
            current = step;
            context.log(WorkMessage.STEP.with(step));
        }
    }
}
