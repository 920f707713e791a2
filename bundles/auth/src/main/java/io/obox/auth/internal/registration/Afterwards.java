package io.obox.auth.internal.registration;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work that nobody waits for, so that no answer tells by its time what was found. What is left when a node dies is not done. */
@Component(service = Afterwards.class)
public final class Afterwards {
    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 500;
    private static final long PATIENCE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-account-mail-", 1)
                    .factory());

    /** With threads of its own. */
    @Activate
    public Afterwards() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Lets what has begun end. */
    @Deactivate
    public void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    /**
     * Has the work done soon.
     *
     * @throws ProblemException {@code unavailable} where too much is waiting
     */
    void run(Runnable work) {
        try {
            threads.execute(() -> quietly(work));
        } catch (RejectedExecutionException e) {
            throw new ProblemException(Problem.unavailable(AuthMessage.MAIL_AWAY.with()), e);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            LOG.warn("A mail about an account was not sent: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A mail about an account was not sent.", e);
        }
    }
}
