package io.obox.vm.internal.vms;

import io.obox.job.IdempotencyKey;
import io.obox.job.Job;
import io.obox.job.Jobs;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Requests that may come again under the same key. */
@Component(service = RepeatedRequests.class)
public final class RepeatedRequests {
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** The key of a request; null for none. */
    static @Nullable IdempotencyKey key(Caller caller, @Nullable String text, Object asked) {
        if (text == null) {
            return null;
        }
        VmChecks.checkKey(text);
        return new IdempotencyKey(caller.userId(), text, asked);
    }

    /** The job of a request: the work is done at most once for a key. */
    Job once(String kind, @Nullable IdempotencyKey key, Supplier<Job> work) {
        if (key == null) {
            return work.get();
        }
        Optional<Job> earlier = jobs.submitted(kind, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return work.get();
        } catch (ProblemException e) {
            // the same request may have won a race against this one
            return jobs.submitted(kind, key).orElseThrow(() -> e);
        }
    }
}
