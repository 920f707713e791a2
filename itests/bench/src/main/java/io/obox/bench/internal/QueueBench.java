package io.obox.bench.internal;

import io.obox.job.JobFilter;
import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.JobState;
import io.obox.job.Jobs;
import io.obox.job.Subject;
import io.obox.page.PageRequest;
import io.obox.user.Authenticator;
import io.obox.user.Caller;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code obox:benchqueue <jobs>}: prints jobs taken in and jobs done per second. */
@Component(
        service = QueueBench.class,
        property = {"osgi.command.scope=obox", "osgi.command.function=benchqueue"})
public final class QueueBench {
    private static final int SUBMITTERS = 16;
    private static final PageRequest ONE = new PageRequest(1, null);

    private final BundleContext context;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Authenticator authenticator;

    /** Within the platform that is measured. */
    @Activate
    public QueueBench(BundleContext context) {
        this.context = context;
    }

    /** Each job is submitted in a transaction of its own; all are there before the first one is begun. */
    public String benchqueue(int count) throws InterruptedException {
        long began = System.nanoTime();
        submit(count);
        double in = count / seconds(began);
        var handler = new NothingToDo(count);
        began = System.nanoTime();
        ServiceRegistration<?> registration = register(handler);
        try {
            handler.awaitAll();
            awaitCompletion();
            double done = count / seconds(began);
            return "{\"jobs\":%d,\"inPerSecond\":%.0f,\"donePerSecond\":%.0f,\"runs\":%d}"
                    .formatted(count, in, done, handler.runs());
        } finally {
            registration.unregister();
        }
    }

    private void submit(int count) throws InterruptedException {
        UUID owner = UUID.randomUUID();
        try (ExecutorService pool = Executors.newFixedThreadPool(SUBMITTERS)) {
            for (int i = 0; i < count; i++) {
                var subject = new Subject("bench", UUID.randomUUID(), "nothing");
                var request = JobRequest.of(NothingToDo.KIND, subject, new NothingToDo.Args(i), owner);
                pool.execute(() -> jobs.submit(request));
            }
            pool.shutdown();
            pool.awaitTermination(5, TimeUnit.MINUTES);
        }
    }

    private ServiceRegistration<?> register(NothingToDo handler) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(JobHandler.KIND, NothingToDo.KIND);
        return context.registerService(JobHandler.class, handler, properties);
    }

    /** The handler has run for each; what is left is that the ledger says so too. */
    private void awaitCompletion() throws InterruptedException {
        Caller operator = authenticator.operator();
        for (JobState state : new JobState[] {JobState.AVAILABLE, JobState.RUNNING, JobState.RETRYABLE}) {
            var filter = JobFilter.builder().state(state).kind(NothingToDo.KIND).build();
            while (!jobs.list(operator, filter, ONE).items().isEmpty()) {
                Thread.sleep(5);
            }
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
