package io.obox.vm.internal.jobs;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.vm.internal.vms.VmJobs;
import io.obox.vm.internal.vms.VmJobs.BatchArgs;
import org.osgi.service.component.annotations.Component;

/**
 * Stands for several VMs that are made together. Each has its own job, which came with the request; the queue waits for those,
 * without this handler.
 */
@Component(service = JobHandler.class, property = JobHandler.KIND + "=" + VmJobs.BATCH)
public final class BatchHandler implements JobHandler<BatchArgs> {
    @Override
    public String kind() {
        return VmJobs.BATCH;
    }

    @Override
    public Class<BatchArgs> argsType() {
        return BatchArgs.class;
    }

    @Override
    public void handle(BatchArgs args, JobContext context) {
        // whoever begins it again has nothing done but to wait, which the queue does without a worker
    }
}
