package io.obox.vm.internal.vms;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.persistence.Transactions;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes requests that a job does something to one VM: each once under its key, and to the version that it is meant for. */
@Component(service = ActionRequests.class)
public final class ActionRequests {
    private final Transactions transactions;
    private final VmAccess access;
    private final RepeatedRequests requests;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /**
     * A request.
     *
     * @param kind of the job
     * @param what is asked for, by which the same request is known again
     * @param key the caller's own name for it, or null where it may not come again
     */
    record Asked(
            String kind, UUID vmId, Object what, @Nullable String key, ExpectedVersion expected) {}

    /** Within the bundle. */
    @Activate
    public ActionRequests(
            @Reference Transactions transactions, @Reference VmAccess access, @Reference RepeatedRequests requests) {
        this.transactions = transactions;
        this.access = access;
        this.requests = requests;
    }

    /**
     * Submits the job of a request, or finds that of the same one before.
     *
     * @param begin leads the row to where the job goes on, in the transaction in which it is submitted
     */
    Job take(Caller caller, Asked asked, Function<VmRow, JobRequest> begin) {
        IdempotencyKey key = RepeatedRequests.key(caller, asked.key(), asked.what());
        return requests.once(
                asked.kind(),
                key,
                () -> transactions.call(entities -> {
                    VmRow vm = access.expected(caller, asked.vmId(), asked.expected());
                    return jobs.submit(begin.apply(vm).withIdempotencyKey(key));
                }));
    }
}
