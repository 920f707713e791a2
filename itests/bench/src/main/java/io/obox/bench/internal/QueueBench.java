package io.obox.bench.internal;

import io.obox.job.JobHandler;
import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.job.Subject;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    private static final int ASKED_FOR = 500;

    private final BundleContext context;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;

    /** Within the platform that is measured. */
    @Activate
    public QueueBench(BundleContext context) {
        this.context = context;
    }

    /** Each job is submitted in a transaction of its own; all are there before the first one is begun. */
    public String benchqueue(int count) throws InterruptedException {
        long began = System.nanoTime();
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(count).toList();
        submit(subjects);
        double in = count / seconds(began);
        var handler = new NothingToDo(count);
        began = System.nanoTime();
        ServiceRegistration<?> registration = register(handler);
        try {
            handler.awaitAll();
            awaitCompletion(subjects);
            double done = count / seconds(began);
            return "{\"jobs\":%d,\"inPerSecond\":%.0f,\"donePerSecond\":%.0f,\"runs\":%d}"
                    .formatted(count, in, done, handler.runs());
        } finally {
            registration.unregister();
        }
    }

    private void submit(List<UUID> subjects) throws InterruptedException {
        UUID owner = UUID.randomUUID();
        try (ExecutorService pool = Executors.newFixedThreadPool(SUBMITTERS)) {
            for (int i = 0; i < subjects.size(); i++) {
                var subject = new Subject("bench", subjects.get(i), "nothing");
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
    private void awaitCompletion(List<UUID> subjects) throws InterruptedException {
        for (int from = 0; from < subjects.size(); from += ASKED_FOR) {
            List<UUID> some = subjects.subList(from, Math.min(subjects.size(), from + ASKED_FOR));
            while (!jobs.unfinished(some).isEmpty()) {
                Thread.sleep(5);
            }
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
