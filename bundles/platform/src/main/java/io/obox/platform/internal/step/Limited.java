package io.obox.platform.internal.step;

import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that may hang, because it is other people's code: on a thread of its own, which is waited for no longer than a limit
 * and then left to itself. That thread is no virtual one, so that interrupting the waiting one cuts nothing off inside.
 */
final class Limited {
    private static final String[] NOT_TO_BLAME = {
        "java.", "jdk.", "sun.", "org.osgi.", "org.apache.felix.", "io.obox.platform."
    };

    private Limited() {}

    /**
     * Runs the work.
     *
     * @param what a name for the thread
     * @throws ProblemException {@code update-refused} where it took too long, with the place that it hangs at
     * @throws InterruptedException if the calling thread is interrupted; the work is interrupted, too
     */
    static <T> T run(String what, Duration limit, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("obox-replace-" + what)
                .start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            long seconds = limit.toSeconds();
            throw Refusal.of(
                    place(thread)
                            .map(at -> UpdateMessage.HANGS.with(seconds, at))
                            .orElseGet(() -> UpdateMessage.TOO_LONG.with(seconds)),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw Refusal.of(UpdateMessage.FAILED.with(String.valueOf(e.getCause())), e);
        } finally {
            task.cancel(true);
        }
    }

    private static Optional<String> place(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> Arrays.stream(NOT_TO_BLAME).noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName());
    }
}
