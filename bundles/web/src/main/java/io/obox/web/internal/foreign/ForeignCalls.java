package io.obox.web.internal.foreign;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.Settings;
import io.obox.web.internal.message.WebMessage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Runs code of other bundles on threads of the system, of which each bundle has a few, and waits for it no longer than a
 * time. Code that computes without end takes the threads of its own bundle, and neither those that serve HTTP nor another's.
 */
@Component(
        service = ForeignCalls.class,
        configurationPid = {Settings.PID, "$"})
public final class ForeignCalls {
    private static final int THREADS = 8;
    private static final int WAITING = 100;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration limit;
    private final Map<Long, ThreadPoolExecutor> pools = new ConcurrentHashMap<>();

    /** As configured. */
    @Activate
    public ForeignCalls(Settings settings) {
        this(Duration.ofSeconds(settings.foreignSeconds()));
    }

    ForeignCalls(Duration limit) {
        this.limit = limit;
    }

    /** With the time that a call may take. */
    public static ForeignCalls within(Duration limit) {
        return new ForeignCalls(limit);
    }

    /** Called by Declarative Services. */
    @Deactivate
    public void deactivate() {
        pools.values().forEach(ExecutorService::shutdownNow);
    }

    /** What serves a request. */
    public interface Service {
        /** Serves it. */
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    /** What a servlet does. */
    interface Work {
        void run() throws ServletException, IOException;
    }

    /**
     * Has code of a bundle serve a request, which is taken out of its hands when its time is over.
     *
     * @param afterwards run once, when the code has ended or will not run
     * @throws ProblemException as {@link #call} does
     * @throws IOException also where it is too late to tell of a problem: a part of the answer has been sent
     */
    public void lend(
            long bundle, HttpServletRequest request, HttpServletResponse response, Service service, Runnable afterwards)
            throws ServletException, IOException {
        try (Loan loan = new Loan(request, response)) {
            run(bundle, () -> service.serve(loan.request(), loan.response()), afterwards);
        } catch (ProblemException e) {
            if (response.isCommitted()) {
                throw new IOException("an answer was cut short", e);
            }
            throw e;
        }
    }

    /** Like {@link #call}, for what throws as a servlet does. */
    void run(long bundle, Work work, Runnable afterwards) throws ServletException, IOException {
        try {
            call(
                    bundle,
                    () -> {
                        work.run();
                        return true;
                    },
                    afterwards);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ServletException(e);
        }
    }

    /**
     * Runs code of a bundle, and throws what that throws.
     *
     * @param afterwards run once: after the code, or when it is certain that the code will not run
     * @throws ProblemException {@code unavailable} if it takes too long, or too much of that bundle runs already
     */
    public Object call(long bundle, Callable<Object> code, Runnable afterwards) throws Throwable {
        AtomicBoolean taken = new AtomicBoolean();
        Surroundings surroundings = Surroundings.ofThisThread();
        try {
            return await(submit(bundle, () -> {
                if (!taken.compareAndSet(false, true)) {
                    throw new CancellationException();
                }
                try {
                    return surroundings.call(code);
                } finally {
                    afterwards.run();
                }
            }));
        } finally {
            if (taken.compareAndSet(false, true)) {
                afterwards.run();
            }
        }
    }

    private Object await(Future<Object> running) throws Throwable {
        try {
            return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new ProblemException(Problem.unavailable(WebMessage.NO_ANSWER_WITHIN.with(limit.toSeconds())), e);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.unavailable(WebMessage.STOPPING.with()), e);
        }
    }

    private Future<Object> submit(long bundle, Callable<Object> code) {
        try {
            return pools.computeIfAbsent(bundle, this::pool).submit(code);
        } catch (RejectedExecutionException e) {
            throw new ProblemException(Problem.unavailable(WebMessage.TOO_MANY_CALLS.with()), e);
        }
    }

    private ThreadPoolExecutor pool(long bundle) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform()
                        .inheritInheritableThreadLocals(false)
                        .name("obox-resource-" + bundle + "-", 0)
                        .daemon()
                        .factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
