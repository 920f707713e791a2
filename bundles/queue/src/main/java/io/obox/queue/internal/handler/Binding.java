package io.obox.queue.internal.handler;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.queue.internal.ledger.StoredJson;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * One handler that is available. The service itself is asked for on a thread of its own: a handler's component may need the
 * queue, so that asking for it at once would go round in a circle, and it may take as long as it likes to be made.
 */
public final class Binding {
    private static final long PATIENCE_MILLIS = 1000;
    private static final String OWN = "io.obox.";

    private final StoredJson json = new StoredJson();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final ComponentServiceObjects<JobHandler<?>> service;
    private final ServiceReference<JobHandler<?>> reference;
    private final @Nullable Bundle bundle;
    private volatile @Nullable Traits<?> traits;

    Binding(ComponentServiceObjects<JobHandler<?>> service) {
        this.service = service;
        this.reference = service.getServiceReference();
        this.bundle = reference.getBundle();
    }

    /** Asks the handler what it is. */
    void ask() {
        try {
            JobHandler<?> handler = service.getService();
            if (handler == null) {
                throw new IllegalStateException("The handler of " + reference + " is not there");
            }
            traits = Traits.of(handler);
        } finally {
            asked.countDown();
        }
    }

    /** Waits a moment for the first answer of a handler that has just come; nobody waits a second time. */
    void awaitFirstAnswer() {
        try {
            if (!asked.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                asked.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has said what it is. */
    public boolean known() {
        return traits != null;
    }

    /** Whether it does this kind of job, or may do so when it has said what it is. */
    boolean mayDo(String kind) {
        return kind().map(kind::equals).orElse(true);
    }

    /** The kind of job it does; empty if it has not said so yet. */
    Optional<String> kind() {
        if (reference.getProperty(JobHandler.KIND) instanceof String kind) {
            return Optional.of(kind);
        }
        return Optional.ofNullable(traits).map(Traits::kind);
    }

    /** The bundle that it comes from; null once that one is gone. */
    public @Nullable Bundle bundle() {
        return reference.getBundle();
    }

    /** Whose code it is, also once that is gone. */
    Object owner() {
        return bundle == null ? this : bundle;
    }

    /** Whether it comes from a bundle of OBox itself. */
    boolean isOwn() {
        return bundle != null && bundle.getSymbolicName().startsWith(OWN);
    }

    ServiceReference<JobHandler<?>> reference() {
        return reference;
    }

    /** How its attempts are repeated, within the bounds that OBox sets. */
    public RetryPolicy retryPolicy() {
        return traits().retryPolicy();
    }

    /** Does the work, with the class loader of the handler's bundle as that of the thread. */
    public void handle(String args, JobContext context) throws Exception {
        handle(traits(), args, context);
    }

    private <A> void handle(Traits<A> target, String args, JobContext context) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(target.handler().getClass().getClassLoader());
        try {
            target.handler().handle(json.read(args, target.argsType()), context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Tells the domain of a job's end, in the thread's transaction. */
    void ended(String args, JobState state, @Nullable Problem problem) {
        ended(traits(), args, state, problem);
    }

    private <A> void ended(Traits<A> target, String args, JobState state, @Nullable Problem problem) {
        target.handler().ended(json.read(args, target.argsType()), state, problem);
    }

    /** Whether the handler wants to be told of ends. */
    public boolean tellsEnds() {
        return traits().tellsEnds();
    }

    private Traits<?> traits() {
        Traits<?> known = traits;
        if (known == null) {
            throw new IllegalStateException("The handler of " + reference + " has not said what it is");
        }
        return known;
    }

    @Override
    public String toString() {
        return reference.toString();
    }
}
