package io.obox.queue.internal;

import io.obox.job.Job;
import io.obox.page.Page;
import io.obox.queue.internal.ledger.JobDocument;
import io.obox.user.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Adds to jobs how their owners are called. Without accounts they are nameless, and the jobs are told of all the same. */
@Component(service = Owners.class)
public final class Owners {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Users users;

    /** Asks whichever directory there is. */
    @Activate
    public Owners() {}

    /** Asks this one. */
    public Owners(Users users) {
        this.users = users;
    }

    Job named(JobDocument job) {
        return named(List.of(job)).getFirst();
    }

    Page<Job> named(Page<JobDocument> page) {
        return new Page<>(named(page.items()), page.nextCursor());
    }

    List<Job> named(Collection<JobDocument> jobs) {
        Map<UUID, String> emails = emails(jobs);
        return jobs.stream()
                .<Job>map(job ->
                        job.withOwnerEmail(emails.getOrDefault(job.owner().id(), "")))
                .toList();
    }

    private Map<UUID, String> emails(Collection<JobDocument> jobs) {
        Users directory = users;
        return directory == null || jobs.isEmpty()
                ? Map.of()
                : directory.emails(jobs.stream().map(job -> job.owner().id()).collect(Collectors.toSet()));
    }
}
