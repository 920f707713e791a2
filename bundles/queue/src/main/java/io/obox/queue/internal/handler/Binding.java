package io.obox.queue.internal.handler;

import io.obox.job.JobContext;
import io.obox.job.JobHandler;
import io.obox.job.JobState;
import io.obox.job.RetryPolicy;
import io.obox.problem.Problem;
import io.obox.queue.internal.ledger.StoredJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One handler that is at hand. The service itself is asked for with its first use: a handler's component may need the queue,
 * so that asking for it at once would go round in a circle.
 */
public final class Binding {
    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

    private final StoredJson json = new StoredJson();
    private final ComponentServiceObjects<JobHandler<?>> service;
    private final ServiceReference<JobHandler<?>> reference;
    private @Nullable JobHandler<?> handler;

    Binding(ComponentServiceObjects<JobHandler<?>> service) {
        this.service = service;
        this.reference = service.getServiceReference();
    }

    /** The kind of job it does; empty if it does not say so, or is just going. */
    Optional<String> kind() {
        if (reference.getProperty(JobHandler.KIND) instanceof String kind) {
            return Optional.of(kind);
        }
        try {
            return Optional.of(handler().kind());
        } catch (RuntimeException e) {
            LOG.debug("The handler {} does not say what it does", reference, e);
            return Optional.empty();
        }
    }

    /** The bundle that it comes from; null once that one is gone. */
    public @Nullable Bundle bundle() {
        return reference.getBundle();
    }

    ServiceReference<JobHandler<?>> reference() {
        return reference;
    }

    /** How its attempts are repeated. */
    public RetryPolicy retryPolicy() {
        return handler().retryPolicy();
    }

    /** Does the work, with the class loader of the handler's bundle as that of the thread. */
    public void handle(String args, JobContext context) throws Exception {
        JobHandler<?> target = handler();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(target.getClass().getClassLoader());
        try {
            handle(target, args, context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private <A> void handle(JobHandler<A> target, String args, JobContext context) throws Exception {
        target.handle(json.read(args, target.argsType()), context);
    }

    /** Tells the domain of a job's end, in the thread's transaction. */
    void ended(String args, JobState state, @Nullable Problem problem) {
        ended(handler(), args, state, problem);
    }

    private <A> void ended(JobHandler<A> target, String args, JobState state, @Nullable Problem problem) {
        target.ended(json.read(args, target.argsType()), state, problem);
    }

    /** Whether the handler wants to be told of ends: whether it has a method for that of its own. */
    public boolean tellsEnds() {
        try {
            return handler()
                            .getClass()
                            .getMethod("ended", Object.class, JobState.class, Problem.class)
                            .getDeclaringClass()
                    != JobHandler.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized JobHandler<?> handler() {
        JobHandler<?> known = handler;
        if (known == null) {
            known = service.getService();
            if (known == null) {
                throw new IllegalStateException("The handler of " + reference + " has just gone");
            }
            handler = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return reference.toString();
    }
}
